/** A small hall with its fleet on a real broker. */
import { connectAsync } from 'mqtt'
import { expect } from 'vitest'
import type { Command } from '#contracts/commands.ts'
import type { EventOf, Fact, HallEvent } from '#contracts/facts.ts'
import { RequestMission } from '#contracts/floorCommands.ts'
import type { Receipt } from '#contracts/hall.ts'
import type { Reading } from '#contracts/readings.ts'
import type { Site } from '#contracts/site.ts'
import { SiteFile } from '#contracts/siteChecks.ts'
import { memoryJournal } from '#edge/adapters/memoryJournal.ts'
import { openBus } from '#edge/adapters/mqtt.ts'
import { openFleet } from '#edge/fleet.ts'
import { openHall } from '#edge/hall.ts'
import type { Clock } from '#edge/ports.ts'
import { HALL_ACCOUNT } from '#test/support/broker.ts'
import { type HandClock, handClock } from '#test/support/clock.ts'
import { soon } from '#test/support/eventually.ts'
import { NINE } from '#test/support/given.ts'
import { keptLog } from '#test/support/log.ts'
import { commandId } from '#test/support/names.ts'
import { smallSite } from '#test/support/smallSite.ts'

export const wallClock: Clock = {
  now: () => Date.now(),
  every: (interval, deed) => {
    const timer = setInterval(deed, interval)
    return () => clearInterval(timer)
  },
}

const [R1] = smallSite().robots

/** The small hall with a way round, and something of its robot otherwise; perhaps with a second one that lives at n3. */
export const fleetSite = (robot: object = {}, second?: object): Site => {
  const site = smallSite()
  const round = [5, 10].map((x) => ({ nodeId: `m${x}`, place: { floorId: 'F1', x, y: 12 } }))
  const other = { ...R1, robotId: 'R2', serialNumber: '002', homeNodeId: 'n3', ...second }
  return SiteFile.parse({
    ...site,
    routeNodes: [...site.routeNodes, ...round],
    routeEdges: [...site.routeEdges, { from: 'n1', to: 'm5' }, { from: 'm5', to: 'm10' }, { from: 'm10', to: 'n2' }],
    robots: [{ ...R1, ...robot }, ...(second ? [other] : [])],
  })
}

interface FleetHallOptions {
  site?: Site
  clock?: Clock
  /** The journal: give the same list again to start the hall anew after a stop. */
  facts?: Fact[]
}

export type FleetHall = Awaited<ReturnType<typeof openFleetHall>>

export const openFleetHall = async (
  url: string,
  { site = smallSite(), clock = handClock(NINE), facts = [] }: FleetHallOptions = {},
) => {
  const log = keptLog()
  const { username, password } = HALL_ACCOUNT
  const clientId = `hall-${Math.random()}`
  const bus = await openBus({ url, username, password, clientId, log })
  const hall = await openHall({ site, clock, journal: memoryJournal(facts), log })
  const readings = new Map<string, Reading>()
  hall.watch((message) => {
    if (message.type !== 'reading') return
    const { reading } = message
    readings.set(reading.type === 'part' ? reading.partId : reading.type, reading)
  })
  const fleet = openFleet({ site, hall, bus, clock, log })
  let commands = facts.length
  let isOpen = true

  const send = (command: Command): Promise<Receipt> => {
    commands += 1
    return hall.send({ id: commandId(`${clock.now()}-${commands}`), by: 'test', command })
  }

  /** Lets the hall live, a second of its own time at each look, until it is so. */
  const until = (holds: () => unknown): Promise<void> =>
    soon(async () => {
      if ('advance' in clock) (clock as HandClock).advance(1000)
      await send({ type: 'tick' })
      await holds()
    })

  /** For so many of its own seconds at least. */
  const pass = async (seconds: number): Promise<void> => {
    const end = clock.now() + seconds * 1000
    await until(() => expect(clock.now()).toBeGreaterThanOrEqual(end))
  }

  const happened = (): HallEvent['type'][] => facts.map(({ event }) => event.type)
  const eventsOf = <T extends HallEvent['type']>(type: T): EventOf<T>[] =>
    facts.flatMap(({ event }) => (event.type === type ? [event as EventOf<T>] : []))
  const untilHappened = (type: HallEvent['type'], times = 1) =>
    until(() => expect(eventsOf(type).length).toBeGreaterThanOrEqual(times))

  /** Cuts its connection to the broker, as a bad cable does; it comes back by itself. */
  const loseBus = async (): Promise<void> => {
    const intruder = await connectAsync(url, { username, password, clientId, protocolVersion: 4, reconnectPeriod: 0 })
    await soon(() => expect(bus.connected()).toBe(false))
    intruder.on('error', () => {})
    await intruder.endAsync(true)
  }

  const close = async (): Promise<void> => {
    if (!isOpen) return
    isOpen = false
    fleet.close()
    await hall.close()
    await bus.close()
  }

  return { send, until, pass, untilHappened, happened, eventsOf, loseBus, facts, log, readings, clock, bus, close }
}

/** How often the fleet has said it to a robot, or a line of its log with these words. */
export const timesSaid = (hall: FleetHall, words: string): number =>
  hall.log.lines.filter((line) => line.words === words).length

export const delivery = (more: object = {}): Command =>
  RequestMission.parse({
    type: 'requestMission',
    kind: 'delivery',
    from: 'W1',
    to: 'back-office',
    priority: 0,
    ...more,
  })
