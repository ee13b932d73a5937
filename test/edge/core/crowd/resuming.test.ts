/** After a restart of the box. */
import { describe, expect, it } from 'vitest'
import { MINUTE, SECOND } from '#contracts/durations.ts'
import { AlertId } from '#contracts/ids.ts'
import { resumedCrowd } from '#edge/core/crowd/resuming.ts'
import { camera, leaning, nobody, nothing, person, rules, type Seen, START, sits, watch } from './seating.ts'

describe('watching again after a restart', () => {
  const [long] = watch(nothing, 16 * MINUTE, SECOND, sits).found
  const alert = long && {
    alertId: AlertId.parse('L0001'),
    kind: 'longWait' as const,
    source: { by: 'camera' as const, cameraId: camera.cameraId, stayId: long.stayId },
    zoneId: long.zoneId,
    place: long.place,
    since: long.since,
    raisedAt: long.seenAt,
    state: 'open' as const,
  }
  const again: Seen = {
    ...nothing,
    crowd: resumedCrowd(camera, alert ? [alert] : [], rules.stays),
    at: START + 17 * MINUTE,
  }

  it('goes on with a long wait that is open', () => {
    const seen = watch(again, 20 * MINUTE, SECOND, () => [person(305)])
    expect(seen.found).toEqual([])
    expect(seen.last?.longestStayMinutes).toBe(37)
    expect(watch(seen, 5 * MINUTE, SECOND, nobody).over).toEqual(['C1-1'])
  })

  it('ends it when nobody is there, and gives its name to no other', () => {
    const seen = watch(again, 16 * MINUTE, SECOND, (elapsed) => [person(100 + leaning(elapsed))])
    expect(seen.over).toEqual(['C1-1'])
    expect(seen.found.map(({ stayId }) => stayId)).toEqual(['C1-2'])
  })
})
