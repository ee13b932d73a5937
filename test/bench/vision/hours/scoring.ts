/** What was told of the long waits of a hall, against what is true. */
import { MINUTE, SECOND } from '#contracts/durations.ts'
import type { Instant } from '#contracts/time.ts'
import type { Actor } from './itineraries.ts'
import { type Body, bodiesAt, boxesSeen } from './seeing.ts'
import { longWaitsAmong, lostBetween, ownerOf, type Wait, waitsIn } from './truth.ts'
import { hoursRules, type Told, type Watcher } from './watching.ts'
import { LONG_WAIT, type World } from './world.ts'

export interface Score {
  longWaits: number
  missed: number
  /** Of things, of people who have not waited so long, or told once more of somebody. */
  falsely: number
  unconfirmed: number
  /**
   * Seconds between the true and the told beginning, and between the true and the noted end, over all found; both by the
   * clock of a stay, which stands still in an outage.
   */
  errors: number[]
  /** How often somebody's stay went on as another, and stays that were of more than one person. */
  split: number
  merged: number
  /** For whoever wants to know why. */
  remarks: string[]
}

export const noScore = (): Score => ({
  longWaits: 0,
  missed: 0,
  falsely: 0,
  unconfirmed: 0,
  errors: [],
  split: 0,
  merged: 0,
  remarks: [],
})

/** Frames a second. */
const STEP = 500
/** A wait told so much (ms) too early is still right; how early it was is among the errors. */
const LENIENCE = MINUTE
/** How often stays are compared with people, and how often they must meet to count. */
const COMPARED_EVERY = 10 * SECOND
const MET = 3

/** One watcher's words, judged as they come. */
const createJudge = (watch: Watcher, world: World, waits: readonly Wait[]) => {
  const { outageAfter } = hoursRules
  const long = longWaitsAmong(waits, world, outageAfter)
  const waitOf = new Map(waits.map((wait) => [wait.actor, wait]))
  const score = { ...noScore(), longWaits: long.length }
  const foundOf = new Map<string, Wait>()
  const toldOf = new Set<Actor>()
  const meetings = new Map<string, Map<Actor, number>>()
  const remark = (what: string, at: Instant) =>
    score.remarks.push(`${Math.round((at - world.from) / SECOND)} s: ${what}`)

  const judge = ({ name, since, box, unconfirmed }: Told, at: Instant, bodies: readonly Body[]): void => {
    const owner = ownerOf(box, bodies)
    const wait = owner && waitOf.get(owner)
    const lost = wait ? lostBetween(world, wait.since, at, outageAfter) : 0
    if (!owner || !wait || toldOf.has(owner) || at - wait.since - lost < LONG_WAIT - LENIENCE) {
      score.falsely += 1
      const been = wait ? Math.round((at - wait.since - lost) / SECOND) : 0
      remark(
        `false ${name} ${owner?.kind} ${owner?.actorId} ${unconfirmed} since ${(since - world.from) / SECOND} been ${been}`,
        at,
      )
      return
    }
    toldOf.add(owner)
    foundOf.set(name, wait)
    score.unconfirmed += unconfirmed ? 1 : 0
    const error = Math.abs(since - wait.since - lost) / SECOND
    score.errors.push(error)
    if (error > 10) remark(`since of ${name} is ${error} s off, of ${owner.actorId}`, at)
  }

  return {
    see: (at: Instant, boxes: Parameters<Watcher>[1], bodies: readonly Body[]): void => {
      const { told, ended, followed } = watch(at, boxes)
      for (const one of told) judge(one, at, bodies)
      for (const { name, at: end } of ended) {
        const wait = foundOf.get(name)
        if (!wait || wait.until >= world.until) continue
        const error = Math.abs(end - wait.until - lostBetween(world, wait.until, at, outageAfter)) / SECOND
        score.errors.push(error)
        if (error > 10) remark(`end of ${name} is ${error} s off, of ${wait.actor.actorId}`, at)
      }
      if (at % COMPARED_EVERY >= STEP) return
      for (const { name, box, seenAt } of followed) {
        const owner = seenAt === at ? ownerOf(box, bodies) : undefined
        if (!owner || !waitOf.has(owner)) continue
        const met = meetings.get(name) ?? new Map<Actor, number>()
        meetings.set(name, met.set(owner, (met.get(owner) ?? 0) + 1))
      }
    },
    score: (): Score => {
      const stays = [...meetings.values()].map((met) =>
        [...met].filter(([, times]) => times >= MET).map(([who]) => who),
      )
      for (const { actor, since, until } of long)
        if (!toldOf.has(actor)) {
          score.missed += 1
          remark(`missed ${actor.actorId}, until ${(until - world.from) / SECOND}`, since)
        }
      for (const { actor } of waits) score.split += Math.max(0, stays.filter((who) => who.includes(actor)).length - 1)
      score.merged = stays.filter((who) => who.length > 1).length
      return score
    },
  }
}

const presentIn = (actors: readonly Actor[], from: Instant, until: Instant): Actor[] =>
  actors.filter(({ legs }) => (legs[0]?.starts ?? until) <= until && (legs.at(-1)?.ends ?? from) >= from)

/** Every watcher sees the same boxes; `seed` gives the detector its moods. */
export const scoresOf = (world: World, seed: number, watchers: readonly Watcher[]): Score[] => {
  const waits = waitsIn(world)
  const judges = watchers.map((watch) => createJudge(watch, world, waits))
  let present: readonly Actor[] = []
  for (let at = world.from; at < world.until; at += STEP) {
    if ((at - world.from) % MINUTE < STEP) present = presentIn(world.actors, at, at + MINUTE)
    if (world.outages.some(({ from, until }) => at >= from && at < until)) continue
    const bodies = bodiesAt(present, at)
    const boxes = boxesSeen(seed, bodies, at)
    for (const judge of judges) judge.see(at, boxes, bodies)
  }
  return judges.map((judge) => judge.score())
}

export const sumOf = (scores: readonly Score[]): Score =>
  scores.reduce(
    (sum, one) => ({
      longWaits: sum.longWaits + one.longWaits,
      missed: sum.missed + one.missed,
      falsely: sum.falsely + one.falsely,
      unconfirmed: sum.unconfirmed + one.unconfirmed,
      errors: [...sum.errors, ...one.errors],
      split: sum.split + one.split,
      merged: sum.merged + one.merged,
      remarks: [...sum.remarks, ...one.remarks],
    }),
    noScore(),
  )
