import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { CameraCount } from '#contracts/cameras.ts'
import { CameraId, ZoneId } from '#contracts/ids.ts'
import { type OpenedHouse, openHouse } from '../support/openHouse.ts'

let house: OpenedHouse

beforeEach(async () => {
  house = await openHouse()
})

afterEach(() => house.close())

const cameraId = CameraId.parse('C1')
const seriesOf = async (name: string) => {
  const text = await (await house.ask('GET', '/metrics')).text()
  const lines = text.split('\n').filter((line) => line.startsWith(`hallkeeper_${name}{`))
  return Object.fromEntries(
    lines.map((line) => [line.slice(line.indexOf('{'), line.indexOf('}') + 1), line.split(' ').at(-1)]),
  )
}

describe('the metrics of cameras', () => {
  it('have a series for each thing that may become of a frame, also where nothing has come', async () => {
    const names = (camera: string) => CameraCount.options.map((outcome) => `{camera="${camera}",outcome="${outcome}"}`)
    const before = await seriesOf('camera_frames_total')
    expect(Object.keys(before).sort()).toEqual([...names('C1'), ...names('unknown')].sort())
    expect(new Set(Object.values(before))).toEqual(new Set(['0']))

    const counts = Object.fromEntries(CameraCount.options.map((outcome, i) => [outcome, i + 1]))
    house.hall.pass({ type: 'cameraWork', cameraId, counts })
    house.hall.pass({ type: 'cameraWork', counts: { badMessage: 99 } })
    const after = await seriesOf('camera_frames_total')
    expect(names('C1').map((name) => after[name])).toEqual(CameraCount.options.map((_, i) => String(i + 1)))
    expect(after['{camera="unknown",outcome="badMessage"}']).toBe('99')
    expect(after['{camera="unknown",outcome="frames"}']).toBe('0')
  })

  it('tell what keeps a camera from seeing, and that nothing does', async () => {
    const part = { type: 'part' as const, partId: 'camera:C1' }
    const told = async () =>
      Object.entries(await seriesOf('camera_problem')).flatMap(([name, value]) => (value === '1' ? name : []))
    expect(Object.keys(await seriesOf('camera_problem'))).toHaveLength(6)
    expect(await told()).toEqual([])
    house.hall.pass({ ...part, state: 'attention', problem: 'frozen' })
    expect(await told()).toEqual(['{camera="C1",problem="frozen"}'])
    house.hall.pass({ ...part, state: 'attention', problem: 'noRecord' })
    expect(await told()).toEqual(['{camera="C1",problem="noRecord"}'])
    house.hall.pass({ ...part, state: 'fine' })
    expect(await told()).toEqual([])
  })

  it('tell what is seen in each zone', async () => {
    const seen = { type: 'occupancy' as const, cameraId, people: 9, longestStayMinutes: 15.5, longWaits: 2, places: [] }
    house.hall.pass({ ...seen, zoneId: ZoneId.parse('Z1'), queue: { people: 4, metres: 3.2 } })
    house.hall.pass({ ...seen, zoneId: ZoneId.parse('Z2'), longWaits: 0 })
    const [Z1, Z2] = ['{zone="Z1",camera="C1"}', '{zone="Z2",camera="C1"}']
    expect(await seriesOf('zone_longest_stay_seconds')).toEqual({ [Z1]: '930', [Z2]: '930' })
    expect(await seriesOf('zone_long_waits')).toEqual({ [Z1]: '2', [Z2]: '0' })
    expect(await seriesOf('zone_queue_people')).toEqual({ [Z1]: '4' })
  })
})
