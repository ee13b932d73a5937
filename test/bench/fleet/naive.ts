/** What is often built first: the shortest way, entering the next place whenever nobody is there. */
import { createDice, type Dice } from '#simulators/random.ts'
import { createLedger, type Outcome, together } from './errands.ts'
import { type Instance, stepsBetween } from './warehouse.ts'

/** After so many turns in which nobody moves, nobody ever will. */
const PATIENCE = 100
const MOST_TURNS = 6000

const shuffled = (count: number, dice: Dice): number[] =>
  Array.from({ length: count }, (_, robot) => ({ robot, at: dice.uniform() }))
    .sort((one, other) => one.at - other.at)
    .map(({ robot }) => robot)

export const driveNaively = (instance: Instance): Outcome => {
  const { house, starts, seed } = instance
  const dice = createDice(seed)
  const ledger = createLedger(instance, together)
  const places = [...starts]
  const nextOf = (robot: number): number | undefined => {
    const [here, goal] = [places[robot] ?? -1, ledger.goalOf(robot)]
    if (goal === undefined || goal === here) return undefined
    const nearer = (house.map.legs[here] ?? [])
      .map(({ to }) => to)
      .filter((to) => !places.includes(to) && stepsBetween(house, to, goal) < stepsBetween(house, here, goal))
    return nearer.length > 0 ? dice.pick(nearer) : undefined
  }
  let idle = 0
  for (let now = 0; !ledger.done() && idle < PATIENCE && now < MOST_TURNS; now++) {
    ledger.appear(now)
    ledger.assign(places)
    for (const [robot, place] of places.entries()) ledger.arrive(robot, place, now)
    idle++
    for (const robot of shuffled(places.length, dice)) {
      const next = nextOf(robot)
      if (next === undefined) continue
      idle = 0
      places[robot] = next
      ledger.arrive(robot, next, now + 1)
    }
  }
  return ledger.outcome
}
