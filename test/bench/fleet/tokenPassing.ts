/** Token passing (Ma et al., Lifelong Multi-Agent Path Finding for Online Pickup and Delivery Tasks, AAMAS 2017). */
import type { Outcome } from './errands.ts'
import { createToken, pathOver, type Token } from './spaceTime.ts'
import { type Errand, type Instance, stepsBetween } from './warehouse.ts'

/** After so many turns nothing more is waited for. */
const MOST_TURNS = 6000

interface Round {
  readonly instance: Instance
  readonly token: Token
  readonly open: Errand[]
  readonly outcome: Outcome
}

/** Nobody else's path ends there. */
const isNobodysEnd = ({ instance, token }: Round, robot: number, node: number): boolean =>
  instance.starts.every((_, other) => other === robot || token.endOf(other) !== node)

/** The errand with the nearest pick-up, of those whose stops are nobody's end. */
const nextErrand = (round: Round, robot: number, here: number): Errand | undefined =>
  round.open
    .filter(({ pick, drop }) => isNobodysEnd(round, robot, pick) && isNobodysEnd(round, robot, drop))
    .reduce<Errand | undefined>((best, errand) => {
      const steps = (one: Errand) => stepsBetween(round.instance.house, here, one.pick)
      return best && steps(best) <= steps(errand) ? best : errand
    }, undefined)

/** To the nearest place where it is in nobody's way, and at no place where something is to be brought. */
const giveWay = (round: Round, robot: number, here: number, now: number): void => {
  const { instance, token, open } = round
  const { house } = instance
  const drops = new Set(open.map(({ drop }) => drop))
  const places = [...house.parking, ...house.stops]
    .filter((place) => !drops.has(place) && isNobodysEnd(round, robot, place))
    .sort((one, other) => stepsBetween(house, here, one) - stepsBetween(house, here, other))
  for (const place of places) {
    const path = pathOver({ house, token, robot, now }, [place])
    if (!path) continue
    token.give(robot, now, path)
    return
  }
}

/** A robot at the end of its path takes the token: it goes for an errand, out of the way, or stays. */
const takeToken = (round: Round, robot: number, now: number): void => {
  const { instance, token, open, outcome } = round
  const here = token.at(robot, now)
  const errand = nextErrand(round, robot, here)
  const path = errand && pathOver({ house: instance.house, token, robot, now }, [errand.pick, errand.drop])
  if (errand && path) {
    const done = now + path.length - 1
    open.splice(open.indexOf(errand), 1)
    token.give(robot, now, path)
    outcome.delivered++
    outcome.makespan = Math.max(outcome.makespan, done)
    outcome.times.push(done - errand.appears)
  } else if (open.some(({ drop }) => drop === here)) giveWay(round, robot, here, now)
}

export const passTokens = (instance: Instance): Outcome => {
  const { house, starts, errands } = instance
  const outcome: Outcome = { delivered: 0, makespan: 0, times: [] }
  const token = createToken(starts, house.map.nodeIds.length)
  const round: Round = { instance, token, open: [], outcome }
  let next = 0
  for (let now = 0; outcome.delivered < errands.length && now < MOST_TURNS; now++) {
    for (let errand = errands[next]; errand && errand.appears <= now; errand = errands[++next]) round.open.push(errand)
    starts.forEach((_, robot) => {
      const { from, nodes } = token.pathOf(robot)
      if (now >= from + nodes.length - 1) takeToken(round, robot, now)
    })
  }
  return outcome
}
