/** A lift of the hall, simulated: a stranger who hears requests over MQTT and tells where its cabin is. */
import { fileURLToPath } from 'node:url'
import { SECOND } from '#contracts/durations.ts'
import type { FloorId, HallId, LiftId } from '#contracts/ids.ts'
import { LiftRequest } from '#contracts/lifts.ts'
import { runningClock } from './clock.ts'
import { type BusOptions, openEquipment } from './equipment.ts'
import { advance, ask, breakDown, type CabinOptions, carryPeople, createCabin, repair, stateOf } from './lift/cabin.ts'
import { parseFlags } from './lift/flags.ts'
import { createDice, type Dice } from './random.ts'

export interface LiftOptions extends BusOptions, CabinOptions {
  hallId: HallId
  liftId: LiftId
  /** People who ride from one floor to another, as often as the lift is free for them; nobody unless told otherwise. */
  people?: { everySeconds: number; dice: Dice } | undefined
}

export interface SimulatedLift {
  close(): Promise<void>
  breakDown(): void
  repair(): void
  /** Nothing while it is a robot's or other people are under way. */
  carryPeople(from: FloorId, to: FloorId): void
}

/** Resolves when it is on the bus. */
export const startLift = async (options: LiftOptions): Promise<SimulatedLift> => {
  const { hallId, liftId, clock, floors, people } = options
  const cabin = createCabin(options)
  const bus = await openEquipment(options, {
    topic: `hall/${hallId}/lift/${liftId}`,
    state: () => stateOf(cabin),
    ask: (json) => {
      const request = LiftRequest.safeParse(json)
      if (request.success) ask(cabin, request.data)
    },
    advance: (time) => advance(cabin, time),
  })
  const told =
    <Given extends unknown[]>(deed: (...given: Given) => void) =>
    (...given: Given): void => {
      deed(...given)
      bus.tell()
    }
  const carry = told((from: FloorId, to: FloorId) => carryPeople(cabin, from, to))
  const stopPeople =
    people && clock.every(people.everySeconds * SECOND, () => carry(people.dice.pick(floors), people.dice.pick(floors)))
  return {
    close: async () => {
      stopPeople?.()
      await bus.close()
    },
    breakDown: told(() => breakDown(cabin)),
    repair: told(() => repair(cabin)),
    carryPeople: carry,
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { speed, seed, peopleEverySeconds, ...flags } = parseFlags(process.argv.slice(2))
  const people = peopleEverySeconds ? { everySeconds: peopleEverySeconds, dice: createDice(seed) } : undefined
  const lift = await startLift({ ...flags, people, clock: runningClock(speed) })
  process.once('SIGTERM', () => lift.close())
  process.once('SIGINT', () => lift.close())
}
