/** The line to one lift or door: it is asked until its state shows it, and out of order while it does not answer. */
import { randomUUID } from 'node:crypto'
import { MINUTE, SECOND } from '#contracts/durations.ts'
import { CommandId } from '#contracts/ids.ts'
import type { ReportDoor, ReportLift } from '#contracts/machineCommands.ts'
import { createInsisting } from './insisting.ts'
import type { FleetNeeds, Link } from './link.ts'

/** How long it may be silent while it is to do something. */
const LONGEST_SILENCE = 60 * SECOND

/** `State` is what it says with its id, `Ask` what it is asked. */
export interface Plant<State, Ask> {
  /** Of the topics `{topic}/state` and `{topic}/request`. */
  topic: string
  /** Nothing when it cannot be read. */
  read: (json: unknown) => State | undefined
  report: (state: State) => ReportLift | ReportDoor
  isShown: (ask: Ask, state: State) => boolean
}

/** What the hall knows of it: nothing until it has been heard for the first time. */
export interface KnownPlant<State, Ask> {
  state: State | undefined
  ask: Ask
}

const readJson = (payload: Uint8Array): unknown => {
  try {
    return JSON.parse(new TextDecoder().decode(payload))
  } catch {
    return undefined
  }
}

export const openPlantLink = <State extends { inService: boolean }, Ask>(
  plant: Plant<State, Ask>,
  first: KnownPlant<State, Ask>,
  needs: Omit<FleetNeeds, 'site'>,
): Link<KnownPlant<State, Ask>> => {
  const { bus, clock, log } = needs
  const { topic } = plant
  const insisting = createInsisting()
  const tell = createTelling(plant, needs)
  let known = first
  let said = ''
  let answeredAt = clock.now()
  let complainedAt: number | undefined

  const isAnswered = (): boolean => known.state === undefined || plant.isShown(known.ask, known.state)

  const pursue = (): void => {
    const now = clock.now()
    if (isAnswered()) answeredAt = now
    const key = JSON.stringify(known.ask)
    const say = (): void => {
      said = key
      bus.publish(`${topic}/request`, key, { qos: 1, retain: true })
      log.info({ topic, ask: known.ask }, 'asked')
    }
    insisting.pursue(isAnswered() && said === key ? [] : [{ key, say }], now)
  }

  const giveUp = (): void => {
    if (known.state?.inService) tell({ ...known.state, inService: false })
  }

  const hear = (payload: Uint8Array): void => {
    const state = plant.read(readJson(payload))
    if (state !== undefined) {
      answeredAt = clock.now()
      tell(state)
      return
    }
    if (complainedAt === undefined || clock.now() - complainedAt >= MINUTE) {
      complainedAt = clock.now()
      log.warn({ topic }, 'state not understood')
    }
    giveUp()
  }

  const deafen = bus.subscribe(`${topic}/state`, ({ payload }) => hear(payload))
  pursue()

  return {
    learn: (now) => {
      known = now
      pursue()
    },
    beat: () => {
      pursue()
      if (clock.now() - answeredAt > LONGEST_SILENCE) giveUp()
    },
    hurry: () => {
      insisting.hurry()
      pursue()
    },
    close: deafen,
  }
}

/** What it says, on its way to the hall: only what is new. */
const createTelling = <State, Ask>({ topic, report }: Plant<State, Ask>, { hall, log }: Omit<FleetNeeds, 'site'>) => {
  let last = ''
  return (state: State): void => {
    const text = JSON.stringify(state)
    if (text === last) return
    last = text
    hall.send({ id: CommandId.parse(`plant:${randomUUID()}`), by: topic, command: report(state) }).catch((error) => {
      last = ''
      log.error({ topic, error }, 'a state did not reach the hall')
    })
  }
}
