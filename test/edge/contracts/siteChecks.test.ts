import { describe, expect, it } from 'vitest'
import { SiteFile } from '#contracts/siteChecks.ts'
import { QueueRules } from '#contracts/siteQueue.ts'
import { type Changes, siteWith, smallSite } from '../../support/smallSite.ts'

const complaintOn = (changes: Changes): string => {
  try {
    siteWith(changes)
    return 'no complaint'
  } catch (fault) {
    return String(fault)
  }
}

describe('a site file', () => {
  it.each<[string, Changes, RegExp]>([
    [
      'hands out at a window that is not there',
      { services: { social: { issuingWindowIds: ['W1', 'W9'] } } },
      /W9 is not among the windows/,
    ],
    ['helps with what the window does not do', { windows: { W2: { helpIds: ['tax'] } } }, /W2 does not do tax/],
    ['does what no service is', { windows: { W2: { serviceIds: ['none'] } } }, /none is not among the services/],
    [
      'has a slot of a minute',
      { services: { social: { appointments: { slotMinutes: 1, capacity: 1 } } } },
      /slotMinutes/,
    ],
    ['calls after no walk-ins', { queue: { walkInsPerPriority: 0 } }, /walkInsPerPriority/],
    ['counts a priority less than a walk-in', { queue: { priorityFactor: 0.5 } }, /priorityFactor/],
    ['has a policy that nobody knows', { queue: { lanes: 'fair' as 'strict' } }, /lanes/],
  ])('is refused that %s', (_, changes, complaint) => expect(complaintOn(changes)).toMatch(complaint))

  it('is refused that offers a visit for a service that is not there', () => {
    const themes = [{ themeId: 'newborn', names: { zh: '出生', en: 'Newborn' }, serviceIds: ['social', 'none'] }]
    expect(() => siteWith({ themes })).toThrow(/none is not among the services/)
  })

  it('needs to say nothing of its queue', () => {
    expect(smallSite().queue).toEqual(QueueRules.parse({}))
    expect(QueueRules.parse({})).toMatchObject({ lanes: 'timeCredit', balancing: 'longestWait', undoSeconds: 5 })
  })

  it('is refused with a camera that cannot be drawn so', () => {
    const site = smallSite()
    const withCamera = (change: object) => SiteFile.safeParse({ ...site, cameras: [{ ...site.cameras[0], ...change }] })
    const complaint = (change: object) => String(withCamera(change).error)
    expect(withCamera({}).success).toBe(true)
    expect(complaint({ width: 1279 })).toMatch(/its zone leaves the picture/)
    const spike = [
      { x: 0, y: 0 },
      { x: 9, y: 0 },
      { x: 5, y: 0 },
    ]
    expect(complaint({ masks: [spike] })).toMatch(/its mask leaves the picture, crosses itself/)
    const match = { pixel: { x: 0, y: 0 }, floor: { x: 0, y: 0 } }
    const floorMatches = [match, match, match, match]
    expect(complaint({ floorMatches, homography: undefined })).toMatch(/needs the homography/)
  })
})
