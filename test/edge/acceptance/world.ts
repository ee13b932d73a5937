/** The hall of two floors at work: robots that others wrote, a simulated lift, and everything on one bus. */
import { AgvController, VirtualAgvAdapter } from 'vda-5050-lib'
import type { Fact, HallEvent } from '#contracts/facts.ts'
import type { Mission } from '#contracts/missions.ts'
import type { SiteRobot } from '#contracts/siteFleet.ts'
import { memoryJournal } from '#edge/adapters/memoryJournal.ts'
import { openBus } from '#edge/adapters/mqtt.ts'
import { openFleet } from '#edge/fleet.ts'
import { openHall } from '#edge/hall.ts'
import { runningClock } from '#simulators/clock.ts'
import { keptLog } from '#test/support/log.ts'
import { commandId } from '#test/support/names.ts'
import { twoFloors } from './twoFloors.ts'

/** A second of the hall passes in so many milliseconds less. */
export const SPEED = 10
const site = twoFloors()

/** `facts` is the journal: give the same list again to start the hall anew after a stop. */
export const openAcceptanceHall = async (url: string, facts: Fact[], start: number) => {
  const clock = runningClock(SPEED, start)
  const log = keptLog()
  const bus = await openBus({ url, clientId: `hall-${facts.length}`, log })
  const hall = await openHall({ site, clock, journal: memoryJournal(facts), log })
  const fleet = openFleet({ site, hall, bus, clock, log })
  let commands = facts.length
  const send = (command: Parameters<typeof hall.send>[0]['command']) => {
    commands += 1
    return hall.send({ id: commandId(`a-${commands}`), by: 'test', command })
  }
  const stopTicking = clock.every(1000, () => {
    send({ type: 'tick' }).catch(() => {})
  })
  return {
    send,
    log,
    clock,
    close: async () => {
      stopTicking()
      fleet.close()
      await hall.close()
      await bus.close()
    },
  }
}

/** A robot of vda-5050-lib at its home. */
export const startTheirRobot = async (url: string, robot: SiteRobot) => {
  const home = site.routeNodes.find(({ nodeId }) => nodeId === robot.homeNodeId)
  if (!home) throw new Error(`${robot.robotId} has no home`)
  const { floorId: mapId, x, y } = home.place
  const { manufacturer, serialNumber } = robot
  const controller = new AgvController(
    { manufacturer, serialNumber },
    { interfaceName: site.interfaceName, transport: { brokerUrl: url }, vdaVersion: '2.0.0' },
    { agvAdapterType: VirtualAgvAdapter },
    { initialPosition: { mapId, x, y, theta: 0, lastNodeId: home.nodeId }, vehicleSpeed: 2, timeLapse: SPEED * 2 },
  )
  await controller.start()
  return { close: () => controller.stop() }
}

export const eventsOf = <T extends HallEvent['type']>(facts: readonly Fact[], type: T) =>
  facts.flatMap(({ event }) => (event.type === type ? [event as Extract<HallEvent, { type: T }>] : []))

export const isOver = ({ state }: Mission): boolean => ['delivered', 'failed', 'cancelled'].includes(state)
