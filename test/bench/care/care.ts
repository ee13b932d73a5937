/** Whether staff are told what they need and not more: days of a busy hall, with six people on duty. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Card } from '#contracts/cards.ts'
import { HOUR, SECOND } from '#contracts/durations.ts'
import type { EventOf, HallEvent } from '#contracts/facts.ts'
import type { ZoneId } from '#contracts/ids.ts'
import { SiteFile } from '#contracts/siteChecks.ts'
import type { Instant } from '#contracts/time.ts'
import { type Crowding, notCrowded, watchCrowding } from '#edge/core/crowd/crowding.ts'
import { createDice } from '#simulators/random.ts'
import { type Figure, median, quantile } from '../measure.ts'
import { createAgenda } from '../queue/agenda.ts'
import { crowdOf } from '../queue/crowds.ts'
import { OPENS_AT } from '../queue/halls.ts'
import { keepHouse } from '../queue/house.ts'
import { openShift } from './shift.ts'
import { crowdIn, type DayNeeds, keepServing, keepWatching, planMishaps } from './visitorsDay.ts'

const DAYS = 3
const HOURS = 8
const VISITORS_PER_HOUR = 60
/** More than the windows can serve. */
const RUSH_PER_HOUR = 90
const SOON = 90 * SECOND
const SITE = join(import.meta.dirname, '../../../edge/sites/district.json')

interface Told {
  readonly at: Instant
  readonly event: HallEvent
}

interface Shown {
  readonly cards: readonly Card[]
  /** Each person's buzzes in each hour of duty. */
  readonly buzzesByHour: readonly number[]
  readonly facts: readonly Told[]
  readonly tickMicroseconds: number
}

const liveOneDay = (seed: number, visitorsPerHour: number): Shown => {
  const site = SiteFile.parse(JSON.parse(readFileSync(SITE, 'utf8')))
  const house = keepHouse(site)
  const agenda = createAgenda()
  const dice = createDice(seed)
  /** Short errands are the more common. */
  const demands = site.services.map(({ serviceId, usualMinutes }) => ({
    serviceId,
    minutes: usualMinutes,
    share: 1 / usualMinutes,
  }))
  const crowd = { demands, visitorsPerMinute: visitorsPerHour / 60, openMinutes: HOURS * 60 }
  const visitors = crowdOf({ ...crowd, variation: 0.8, priorityShare: 0.05 }, dice)
  const needs: DayNeeds = { house, agenda, dice, opensAt: OPENS_AT, hours: HOURS, visitors }
  for (const { windowId, tidal } of site.windows) if (!tidal) house.ask({ type: 'openWindow', windowId }, OPENS_AT)
  const shift = openShift(needs)
  const clerks = keepServing(needs)
  const cameras = keepWatching(needs)
  const crowding = watchZones(needs)
  planMishaps(needs)
  const facts: Told[] = []
  let spent = 0
  const tick = (at: Instant): void => {
    clerks.press(at)
    cameras.look(at)
    crowding(at)
    const began = performance.now()
    const answer = house.ask({ type: 'tick' }, at)
    spent += performance.now() - began
    const events = answer.ok ? answer.events : []
    shift.hear(events, at)
    facts.push(...events.map((event) => ({ at, event })))
    if (at < OPENS_AT + HOURS * HOUR) agenda.put(at + SECOND, tick)
  }
  agenda.put(OPENS_AT, tick)
  agenda.run()
  const sent = facts.filter(isSent)
  const buzzesByHour = shift.staffIds.flatMap((staffId) =>
    Array.from({ length: HOURS }, (_, hour) => {
      const from = OPENS_AT + hour * HOUR
      return sent.filter(({ at, event }) => at >= from && at < from + HOUR && event.to.includes(staffId)).length
    }),
  )
  return {
    cards: [...house.now().cards.values()],
    buzzesByHour,
    facts,
    tickMicroseconds: (spent * 1000) / (HOURS * 3600),
  }
}

const isSent = (told: Told): told is Told & { event: EventOf<'cardSent'> } => told.event.type === 'cardSent'

/** As the edge's own eyes do it. */
const watchZones = (needs: DayNeeds): ((at: Instant) => void) => {
  const known = new Map<ZoneId, Crowding>()
  const crowdedFor = needs.house.site.vision.crowdedSeconds * SECOND
  return (at) => {
    const people = crowdIn(needs)
    for (const { zoneId, crowdedAt } of needs.house.site.zones) {
      if (crowdedAt === undefined) continue
      const rules = { crowdedAt, crowdedFor }
      const step = watchCrowding(known.get(zoneId) ?? notCrowded, people.get(zoneId) ?? 0, at, rules)
      known.set(zoneId, step.crowding)
      if (step.told) needs.house.ask({ type: 'reportCrowding', zoneId, ...step.told }, at)
    }
  }
}

/** From when staff could first know, by a buzz or on their list, to whoever went; of cards that did not pass by themselves. */
const acceptedAfter = ({ facts, cards }: Shown): number[] => {
  const first = new Map<string, Instant>()
  for (const { at, event } of facts)
    if ((event.type === 'cardSent' || event.type === 'cardShown') && !first.has(event.cardId))
      first.set(event.cardId, at)
  return cards.flatMap(({ cardId, acceptedAt, state }) => {
    const knownAt = first.get(cardId)
    if (knownAt === undefined || (state === 'over' && acceptedAt === undefined)) return []
    return [acceptedAt === undefined ? Number.POSITIVE_INFINITY : acceptedAt - knownAt]
  })
}

const buzzesP95 = (days: readonly Shown[]): number =>
  quantile(
    days.flatMap(({ buzzesByHour }) => buzzesByHour),
    0.95,
  )

export const benchCare = async (): Promise<Figure[]> => {
  const days = Array.from({ length: DAYS }, (_, i) => liveOneDay(i + 1, VISITORS_PER_HOUR))
  const rush = Array.from({ length: DAYS }, (_, i) => liveOneDay(DAYS + 1 + i, RUSH_PER_HOUR))
  const cards = days.flatMap((day) => day.cards)
  const healed = cards.filter(({ how }) => how === 'healed')
  const waits = days.flatMap(acceptedAfter)
  const alerts = cards.reduce((sum, { alertIds }) => sum + alertIds.length, 0)
  const note = `${DAYS} days of ${HOURS} h, ${VISITORS_PER_HOUR} visitors/h, 6 staff, ${cards.length} cards`
  return [
    {
      name: 'care.buzzesPerStaffHourP95',
      value: buzzesP95(days),
      note: `${note}; bar 6`,
    },
    {
      name: 'care.rushBuzzesPerStaffHourP95',
      value: buzzesP95(rush),
      note: `${RUSH_PER_HOUR} visitors/h, more than the windows serve; ${rush.flatMap((day) => day.cards).length} cards; bar 6`,
    },
    {
      name: 'care.acceptedWithin90sShare',
      value: waits.filter((wait) => wait <= SOON).length / waits.length,
      note: `of ${waits.length} cards that did not pass by themselves; bar 0.8`,
    },
    { name: 'care.healedNeverSent', value: healed.length, note: 'cards that were over before anybody was buzzed' },
    { name: 'care.alertsPerCard', value: alerts / cards.length, note: `${alerts} alerts` },
    {
      name: 'care.tickMicroseconds',
      value: median(days.map((day) => day.tickMicroseconds)),
      note: 'a whole tick of the core',
    },
  ]
}
