/** The hall of two floors at work: robots that others wrote, a simulated lift, and everything on one bus. */
import { VirtualAgvAdapter } from 'vda-5050-lib'
import type { Fact, HallEvent } from '#contracts/facts.ts'
import { RequestMission } from '#contracts/floorCommands.ts'
import { LiftId, type RouteNodeId } from '#contracts/ids.ts'
import type { SiteRobot } from '#contracts/siteFleet.ts'
import { openBus } from '#edge/adapters/mqtt.ts'
import { openFleet } from '#edge/fleet.ts'
import { openHall } from '#edge/hall.ts'
import type { Clock, Journal } from '#edge/ports.ts'
import { startTicking } from '#edge/ticking.ts'
import { runningClock } from '#simulators/clock.ts'
import { startLift } from '#simulators/lift.ts'
import { keptLog } from '#test/support/log.ts'
import { TheirRobot } from '#test/support/strangerRobot.ts'
import { twoFloors } from './twoFloors.ts'

/** So many seconds of the hall pass in one. */
export const SPEED = 15
/** VDA 5050 2.1, 6.10: a state comes every 30 seconds at the latest; these robots tell it more often. */
const LONGEST_SILENCE_MS = 5000 / SPEED

export const site = twoFloors()

/** The hall's own time, which goes on while the hall is not there. */
export const clockSince = (startedAt: number) => runningClock(SPEED, startedAt + (Date.now() - startedAt) * SPEED)

export const openAcceptanceHall = async (url: string, journal: Journal, clock: Clock) => {
  const log = keptLog()
  const bus = await openBus({ url, clientId: `hall-${process.pid}`, log })
  const hall = await openHall({ site, clock, journal, log })
  const fleet = openFleet({ site, hall, bus, clock, log })
  const stopTicking = await startTicking({ hall, bus, clock, log })
  return {
    hall,
    log,
    close: async () => {
      stopTicking()
      fleet.close()
      await hall.close()
      await bus.close()
    },
  }
}

/** Missions as the dice fall: most of them between windows below and archives above. */
export const missionsOf = (count: number, random: () => number): RequestMission[] =>
  Array.from({ length: count }, () => {
    const window = 1 + Math.floor(random() * 5)
    const [below, above, beside] = [`W${window}`, `archive-${1 + Math.floor(random() * 5)}`, `W${(window % 5) + 1}`]
    const far = random() < 0.6
    const [from, to] = far ? (random() < 0.5 ? [below, above] : [above, below]) : [below, beside]
    return RequestMission.parse({ type: 'requestMission', kind: 'delivery', from, to })
  })

/** The simulated lift of the hall. */
export const startItsLift = (mqttUrl: string) =>
  startLift({
    mqttUrl,
    hallId: site.hallId,
    liftId: LiftId.parse('L1'),
    floors: site.floors.map(({ floorId }) => floorId),
    clock: runningClock(SPEED),
    secondsPerFloor: 4,
    doorSeconds: 2,
  })

/** A robot of vda-5050-lib, at its home unless it stands elsewhere. */
export const startTheirRobot = async (
  url: string,
  { manufacturer, serialNumber, homeNodeId }: SiteRobot,
  { nodeId = homeNodeId, tellsNode = true }: { nodeId?: RouteNodeId; tellsNode?: boolean } = {},
) => {
  const node = site.routeNodes.find((one) => one.nodeId === nodeId)
  if (!node) throw new Error(`${nodeId} is not on the map`)
  const { floorId: mapId, x, y } = node.place
  const controller = new TheirRobot(
    { manufacturer, serialNumber },
    { interfaceName: site.interfaceName, transport: { brokerUrl: url }, vdaVersion: '2.0.0' },
    { agvAdapterType: VirtualAgvAdapter, publishStateInterval: LONGEST_SILENCE_MS },
    {
      initialPosition: { mapId, x, y, theta: 0, lastNodeId: tellsNode ? nodeId : '' },
      vehicleSpeed: 2,
      timeLapse: 2 * SPEED,
      tickRate: 20,
    },
  )
  await controller.start()
  return { close: () => controller.stop() }
}

export const eventsOf = <T extends HallEvent['type']>(facts: readonly Fact[], type: T) =>
  facts.flatMap(({ event }) => (event.type === type ? [event as Extract<HallEvent, { type: T }>] : []))
