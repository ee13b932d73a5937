/** The rules in force, as the site has them: each by name, in one or two sentences, with the settings it comes from. */
import type { Site } from '#contracts/site.ts'
import type { QueueRules } from '#contracts/siteQueue.ts'
import type { RuleWords } from '../words/rules/zh.ts'
import { hoursSaid } from './hours.ts'

export interface RuleSaid {
  readonly topic: string
  /** What is chosen, in a few words. */
  readonly inForce: string
  readonly sentences: readonly string[]
  /** As in the site file, such as `queue.lanes: timeCredit`. */
  readonly settings: readonly string[]
}

/** A wait by which growing factors are made plain. */
const EXAMPLE_MINUTES = 30

/** Somebody may be passed by those who came less than so many minutes later. */
export const passedWithin = ({ priorityCreditMinutes, appointmentCreditMinutes, ownServiceMinutes }: QueueRules) =>
  Math.max(priorityCreditMinutes, appointmentCreditMinutes) + ownServiceMinutes

const setting = (rules: QueueRules, ...names: (keyof QueueRules)[]): string[] =>
  names.map((name) => `queue.${name}: ${rules[name]}`)

const lanes = (rules: QueueRules, words: RuleWords): RuleSaid => {
  const { priorityFactor, appointmentFactor } = rules
  const later = Math.round(EXAMPLE_MINUTES * (1 - 1 / Math.max(priorityFactor, appointmentFactor)))
  const credit = words.timeCredit(rules.priorityCreditMinutes, rules.appointmentCreditMinutes)
  const inService = Math.max(rules.priorityCreditMinutes, rules.appointmentCreditMinutes)
  const bound = rules.balancing === 'longestWait' ? words.bound(passedWithin(rules)) : words.boundInService(inService)
  const said: Record<QueueRules['lanes'], { sentences: string[]; names: (keyof QueueRules)[] }> = {
    timeCredit: { sentences: [credit, bound], names: ['priorityCreditMinutes', 'appointmentCreditMinutes'] },
    strict: { sentences: [words.strict, words.unbounded], names: [] },
    ratio: { sentences: [words.ratio(rules.walkInsPerPriority)], names: ['walkInsPerPriority'] },
    accumulating: {
      sentences: [words.accumulating(priorityFactor, appointmentFactor), words.growing(EXAMPLE_MINUTES, later)],
      names: ['priorityFactor', 'appointmentFactor'],
    },
  }
  const { sentences, names } = said[rules.lanes]
  return {
    topic: words.lanesTopic,
    inForce: words.lanes[rules.lanes],
    sentences,
    settings: setting(rules, 'lanes', ...names),
  }
}

const balancing = ({ queue, windows }: Site, words: RuleWords): RuleSaid => {
  const { ownServiceMinutes } = queue
  const helping = windows.some(({ helpIds }) => helpIds.length > 0)
  const own = ownServiceMinutes > 0 ? words.own(ownServiceMinutes) : words.alike
  return {
    topic: words.balancingTopic,
    inForce: words.balancing[queue.balancing],
    sentences: [words[queue.balancing], ...(helping ? [own] : [])],
    settings: setting(queue, 'balancing', ...(helping ? (['ownServiceMinutes'] as const) : [])),
  }
}

const calling = (rules: QueueRules, words: RuleWords): RuleSaid => ({
  topic: words.callingTopic,
  inForce: words.calling[rules.calling],
  sentences: [
    words[rules.calling],
    words.noShow(rules.callsBeforeNoShow, rules.requeueGraceMinutes),
    words.undo(rules.undoSeconds),
  ],
  settings: setting(rules, 'calling', 'callsBeforeNoShow', 'requeueGraceMinutes', 'undoSeconds'),
})

const tidal = ({ queue, windows }: Site, words: RuleWords): RuleSaid => {
  const { mode, openAfterMinutes, closeBelowMinutes, leastOpenMinutes, apartMinutes } = queue.tidal
  const labels = windows.filter((counter) => counter.tidal).map(({ label }) => label)
  const topic = words.tidalTopic
  if (labels.length === 0)
    return { topic, inForce: words.tidalNone, sentences: [words.tidalNowhere], settings: ['windows[].tidal'] }
  const named = words.tidalWindows(labels.join(' · '))
  const settings = ['windows[].tidal', `queue.tidal.mode: ${mode}`]
  if (mode === 'advise') return { topic, inForce: words.tidalAdvise, sentences: [named, words.tidalByAdvice], settings }
  const opens = words.tidalOpens(openAfterMinutes, apartMinutes)
  const closes = words.tidalCloses(closeBelowMinutes, leastOpenMinutes)
  return { topic, inForce: words.tidalAutomatic, sentences: [named, opens, closes], settings }
}

const advice = (rules: QueueRules, words: RuleWords): RuleSaid => ({
  topic: words.adviceTopic,
  inForce: rules.advice === 'suggest' ? words.adviceSuggest : words.adviceAutomatic,
  sentences: [rules.advice === 'suggest' ? words.suggest : words.automaticAdvice],
  settings: setting(rules, 'advice'),
})

const hours = (site: Site, words: RuleWords, today: string, dateSaid: (day: string) => string): RuleSaid => {
  const { outsideHours, earlyMinutes } = site.queue
  const limited = site.services.filter(({ dailyLimit }) => dailyLimit !== undefined).length
  const refuses = outsideHours === 'refuse'
  return {
    topic: words.hoursTopic,
    inForce: refuses ? words.refuseOutside : words.acceptOutside,
    sentences: [
      ...hoursSaid(site.hours, words, today, dateSaid),
      refuses ? words.early(earlyMinutes) : words.always,
      ...(limited > 0 ? [words.limits(limited)] : []),
    ],
    settings: ['hours', ...setting(site.queue, 'outsideHours', ...(refuses ? (['earlyMinutes'] as const) : []))],
  }
}

const appointments = ({ services, queue }: Site, words: RuleWords): RuleSaid => {
  const taken = services.filter((service) => service.appointments !== undefined).length
  const { daysAhead, lateMinutes } = queue.appointments
  const topic = words.appointmentsTopic
  const settings = ['services[].appointments']
  if (taken === 0) return { topic, inForce: words.appointmentsNone, sentences: [words.noAppointments], settings }
  return {
    topic,
    inForce: words.appointmentsTaken(taken),
    sentences: [words.booking(daysAhead), words.late(lateMinutes)],
    settings: [
      ...settings,
      `queue.appointments.daysAhead: ${daysAhead}`,
      `queue.appointments.lateMinutes: ${lateMinutes}`,
    ],
  }
}

const goals = (rules: QueueRules, words: RuleWords): RuleSaid => ({
  topic: words.goalsTopic,
  inForce: words.goalsInForce(rules.targetMinutes),
  sentences: [words.target(rules.targetMinutes), words.longWait(rules.longWaitMinutes)],
  settings: setting(rules, 'targetMinutes', 'longWaitMinutes'),
})

/** `today` as `2026-11-23`; `dateSaid` writes a day as people do. */
export const rulesOf = (
  site: Site,
  words: RuleWords,
  today: string,
  dateSaid: (day: string) => string,
): readonly RuleSaid[] => [
  lanes(site.queue, words),
  balancing(site, words),
  calling(site.queue, words),
  tidal(site, words),
  advice(site.queue, words),
  appointments(site, words),
  hours(site, words, today, dateSaid),
  goals(site.queue, words),
]
