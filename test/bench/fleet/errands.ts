/** Who goes for what: errands of one run, from appearing to being brought. */
import { cheapest } from '#edge/core/traffic/matching.ts'
import { type Errand, type Instance, stepsBetween } from './warehouse.ts'

export interface Outcome {
  delivered: number
  /** The turn in which the last errand was done. */
  makespan: number
  /** Turns from appearing to being brought, by errand in the order in which they were done. */
  times: number[]
}

/** Pairs of robot and errand; both are counted in the order given. */
export type Assigning = (costs: readonly (readonly number[])[]) => [robot: number, errand: number][]

/** One robot after another takes the errand that is nearest to it. */
export const nearest: Assigning = (costs) => {
  const taken = new Set<number>()
  return costs.flatMap((row, robot): [number, number][] => {
    const free = row.map((_, errand) => errand).filter((errand) => !taken.has(errand))
    const [first] = free
    if (first === undefined) return []
    const best = free.reduce((least, errand) => ((row[errand] ?? 0) < (row[least] ?? 0) ? errand : least), first)
    taken.add(best)
    return [[robot, best]]
  })
}

export const together: Assigning = cheapest

/** What the robots are to do; nobody keeps to an errand before it has fetched it. */
export interface Ledger {
  appear(turn: number): void
  /** From where each robot could turn round, by robot. */
  assign(from: readonly number[]): void
  /** Robots that stand on their goal fetch or bring. */
  arrive(robot: number, at: number, turn: number): void
  goalOf(robot: number): number | undefined
  /** The turn since which the robot has been after what it is after. */
  sinceOf(robot: number): number
  readonly outcome: Outcome
  done(): boolean
}

interface Duty {
  errand?: Errand
  fetched: boolean
  since: number
}

export const createLedger = ({ house, starts, errands }: Instance, assigning: Assigning): Ledger => {
  const duties = starts.map((): Duty => ({ fetched: false, since: 0 }))
  const open: Errand[] = []
  const outcome: Outcome = { delivered: 0, makespan: 0, times: [] }
  let [next, now] = [0, 0]
  const goalOf = (robot: number): number | undefined => {
    const duty = duties[robot]
    return duty?.fetched ? duty.errand?.drop : duty?.errand?.pick
  }
  const arrive = (robot: number, at: number, turn: number): void => {
    const duty = duties[robot]
    if (!duty?.errand || goalOf(robot) !== at) return
    duty.since = turn
    if (!duty.fetched) {
      duty.fetched = true
      open.splice(open.indexOf(duty.errand), 1)
    }
    if (duty.errand.drop !== at) return
    outcome.delivered++
    outcome.makespan = turn
    outcome.times.push(turn - duty.errand.appears)
    delete duty.errand
    duty.fetched = false
  }
  return {
    outcome,
    goalOf,
    arrive,
    appear: (turn) => {
      now = turn
      for (let errand = errands[next]; errand && errand.appears <= turn; errand = errands[++next]) open.push(errand)
    },
    assign: (from) => {
      const free = duties.map((_, robot) => robot).filter((robot) => !duties[robot]?.fetched)
      const costs = free.map((robot) => open.map(({ pick }) => stepsBetween(house, from[robot] ?? 0, pick)))
      const found = new Map(open.length > 0 ? assigning(costs) : [])
      free.forEach((robot, row) => {
        const duty = duties[robot]
        const errand = open[found.get(row) ?? -1]
        if (!duty) return
        if (!duty.errand) duty.since = now
        if (errand) duty.errand = errand
        else delete duty.errand
      })
    },
    sinceOf: (robot) => duties[robot]?.since ?? 0,
    done: () => outcome.delivered === errands.length,
  }
}
