/** A hall with a door and a lift on its ways, and a lift or a door that says what a test tells it to say. */
import { DoorId, FloorId, HallId, LiftId } from '#contracts/ids.ts'
import type { Site } from '#contracts/site.ts'
import { SiteFile } from '#contracts/siteChecks.ts'
import { connectDevice } from '#test/support/broker.ts'
import { fleetSite } from './fleetHall.ts'

export const [hallId, liftId, doorId] = [HallId.parse('test-hall'), LiftId.parse('L1'), DoorId.parse('D1')]
export const floors = [FloorId.parse('F1'), FloorId.parse('F2')]
export const LIFT = `hall/${hallId}/lift/${liftId}`
export const DOOR = `hall/${hallId}/door/${doorId}`

/** A door on the only edge to the back office, and beyond that a lift to an upper floor. */
export const plantSite = (): Site => {
  const hall = fleetSite()
  const names = { zh: '楼', en: 'Upper' }
  const cabins = floors.map((floorId) => ({ nodeId: `L1-${floorId}`, place: { floorId, x: 26, y: 13 }, liftId }))
  return SiteFile.parse({
    ...hall,
    floors: [...hall.floors, { floorId: 'F2', names, level: 1, width: 30, depth: 20 }],
    lifts: [{ liftId, names, floorIds: floors }],
    doors: [{ doorId, names, between: ['n2', 'n3'] }],
    routeNodes: [...hall.routeNodes, ...cabins, { nodeId: 'u0', place: { floorId: 'F2', x: 24, y: 13 } }],
    routeEdges: [
      ...hall.routeEdges,
      { from: 'n3', to: 'L1-F1' },
      { from: 'L1-F1', to: 'L1-F2' },
      { from: 'L1-F2', to: 'u0' },
    ],
  })
}

/** A lift or a door of the tests' own, without an account: it says what it is told to say. */
export const openThingAt = async (url: string, topic: string) => {
  const client = await connectDevice(url)
  const heard: { ask: unknown; retained: boolean }[] = []
  client.on('message', (_, payload, { retain }) => {
    if (payload.length > 0) heard.push({ ask: JSON.parse(payload.toString()), retained: retain })
  })
  await client.subscribeAsync(`${topic}/request`, { qos: 1 })
  const say = (state: unknown) =>
    client.publishAsync(`${topic}/state`, typeof state === 'string' ? state : JSON.stringify(state), {
      qos: 1,
      retain: true,
    })
  return {
    heard,
    say,
    last: () => heard.at(-1)?.ask,
    close: async () => {
      await say('')
      await client.endAsync()
    },
  }
}
export type Thing = Awaited<ReturnType<typeof openThingAt>>
