/** How fast the core decides: a busy morning in the example hall, played through the pure functions. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Command } from '#contracts/commands.ts'
import { SECOND } from '#contracts/durations.ts'
import type { Fact } from '#contracts/facts.ts'
import { CommandId } from '#contracts/ids.ts'
import type { Site, SiteWindow } from '#contracts/site.ts'
import { parseSite } from '#edge/adapters/siteFile.ts'
import { decide, evolve } from '#edge/core/hall.ts'
import { emptyHall } from '#edge/core/state.ts'
import { type Figure, median } from './measure.ts'

const FILE = join(import.meta.dirname, '../../edge/sites/district.json')
const NINE = Date.UTC(2026, 10, 23, 1)
const cause = CommandId.parse('bench')
/** Visitors in line while it is measured. */
const LINE = 40

/** Visitors in one rehearsal: fewer than there are numbers, so that nothing is refused. */
const VISITORS = 6000

/** A hall that is asked one thing after another, a tenth of a second apart; a refusal would make the figure worthless. */
const createRehearsal = (site: Site) => {
  let hall = emptyHall(site)
  let at = NINE
  let seq = 0
  const ask = (command: Command): void => {
    at += SECOND / 10
    const decision = decide(command, hall, at)
    if (!decision.ok) throw new Error(`refused: ${JSON.stringify(decision.refusal)}`)
    for (const event of decision.events) {
      const fact: Fact = { seq: ++seq, at, by: 'bench', cause, event }
      hall = evolve(hall, fact)
    }
  }
  return { ask }
}

function* cycled<T>(items: readonly T[], times: number): Generator<T> {
  for (let i = 0; i < times; i++) {
    const item = items[i % items.length]
    if (item !== undefined) yield item
  }
}

/** A busy morning: the line is kept as long as it is, each window calls in turn, starts and finishes; and time passes. */
const morning = (site: Site): number => {
  const { ask } = createRehearsal(site)
  const { windows } = site
  let turn = 0
  /** Somebody for one of this window's services, so that it never finds the line empty. */
  const issueFor = ({ serviceIds }: SiteWindow) => {
    const serviceId = serviceIds[turn++ % serviceIds.length]
    if (serviceId) ask({ type: 'issueTicket', serviceIds: [serviceId], lane: turn % 8 === 0 ? 'priority' : 'walkIn' })
  }
  for (const { windowId } of windows) ask({ type: 'openWindow', windowId })
  for (const desk of cycled(windows, LINE)) issueFor(desk)
  const began = performance.now()
  let decisions = 0
  for (const desk of cycled(windows, VISITORS)) {
    const { windowId } = desk
    issueFor(desk)
    ask({ type: 'callNext', windowId })
    ask({ type: 'startServing', windowId })
    ask({ type: 'finishServing', windowId })
    ask({ type: 'tick' })
    decisions += 5
  }
  return (decisions * SECOND) / (performance.now() - began)
}

export const benchCore = async (): Promise<Figure[]> => {
  const site = parseSite(FILE, readFileSync(FILE, 'utf8'))
  const rates = Array.from({ length: 9 }, () => morning(site))
  return [
    {
      name: 'core.decisionsPerSecond',
      value: median(rates),
      note: `issue, call, start, finish, tick, none refused; ${LINE} in the hall, ${site.windows.length} windows`,
    },
  ]
}
