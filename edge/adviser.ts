/** The hall's adviser: works out what to do and what will come, a slice at a time, and never holds the hall up. */
import { setTimeout as rest } from 'node:timers/promises'
import type { Advice, Advised } from '#contracts/advice.ts'
import { MINUTE, SECOND } from '#contracts/durations.ts'
import { CommandId } from '#contracts/ids.ts'
import { forecastOf } from './core/forecast/days.ts'
import { adviseOn } from './core/windows/advice.ts'
import type { OpenHall } from './hall.ts'
import type { Clock, Log } from './ports.ts'

/** Advice older than this is of another hall. */
const EVERY = 30 * SECOND
/** After the hall has done something by itself, it looks what came of it. */
const PATIENCE = 5 * MINUTE
/** By itself it does only what takes this much off nine of ten waits. */
const WORTH_MINUTES = 3

export interface AdviserNeeds {
  hall: OpenHall
  clock: Clock
  log: Log
}

/** Between two slices the hall has the box to itself for some milliseconds: a press takes as many. */
const REST = 3

/** Rolls the hall forward, one afternoon at a time. */
export const workOut = async (hall: OpenHall, wanted: () => boolean = () => true): Promise<Advised | undefined> => {
  const began = performance.now()
  const { hall: state, at } = hall.moment()
  const working = adviseOn(state, at)
  for (;;) {
    const step = working.next()
    if (step.done) return { ...step.value, seconds: Math.round(performance.now() - began) / SECOND }
    await rest(REST)
    if (!wanted()) return undefined
  }
}

const best = ({ advice }: Advised): Advice | undefined =>
  advice.find(({ without, effect }) => without.p90Minutes - effect.p90Minutes >= WORTH_MINUTES)

export const openAdviser = ({ hall, clock, log }: AdviserNeeds): { close(): Promise<void> } => {
  let open = true
  let working: Promise<void> | undefined
  let actedAt = Number.NEGATIVE_INFINITY
  let advisedAt = Number.NEGATIVE_INFINITY

  const act = async (advised: Advised): Promise<void> => {
    const { site } = hall.moment().hall
    const advice = best(advised)
    if (site.queue.advice !== 'automatic' || !advice || clock.now() - actedAt < PATIENCE) return
    actedAt = clock.now()
    const id = CommandId.parse(`advice:${advice.adviceId}:${actedAt}`)
    const receipt = await hall.send({ id, by: 'advice', command: advice.deed })
    log.info({ adviceId: advice.adviceId, ok: receipt.ok }, 'advice carried out')
  }

  const advise = async (): Promise<void> => {
    const { hall: state, at } = hall.moment()
    if (!state.day) return
    advisedAt = clock.now()
    hall.pass(forecastOf(state, at))
    const advised = await workOut(hall, () => open)
    if (!advised) return
    hall.pass(advised)
    await act(advised)
  }

  const begin = (): void => {
    if (Math.abs(clock.now() - advisedAt) < EVERY) return
    working ??= advise()
      .catch((error: unknown) => log.error({ error }, 'advice could not be worked out'))
      .finally(() => {
        working = undefined
      })
  }

  const stop = clock.every(SECOND, begin)
  return {
    close: async () => {
      open = false
      stop()
      await working
    },
  }
}
