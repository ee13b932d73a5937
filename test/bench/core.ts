/** How fast the core decides: a busy morning in the example hall, played through the pure functions. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Command } from '#contracts/commands.ts'
import type { Fact } from '#contracts/facts.ts'
import { CommandId } from '#contracts/ids.ts'
import { SECOND } from '#contracts/time.ts'
import { parseSite } from '#edge/adapters/siteFile.ts'
import { decide, evolve } from '#edge/core/hall.ts'
import { emptyHall, type HallState } from '#edge/core/state.ts'
import { type Figure, median, perSecond } from './measure.ts'

const FILE = join(import.meta.dirname, '../../edge/sites/district.json')
const NINE = Date.UTC(2026, 10, 23, 1)
const cause = CommandId.parse('bench')
/** Visitors in line while it is measured. */
const LINE = 40

/** A hall that is asked one thing after another, half a second apart. */
const createRehearsal = () => {
  let hall: HallState = emptyHall(parseSite(FILE, readFileSync(FILE, 'utf8')))
  let at = NINE
  let seq = 0
  const ask = (command: Command): void => {
    at += SECOND / 2
    const decision = decide(command, hall, at)
    if (!decision.ok) return
    for (const event of decision.events) {
      const fact: Fact = { seq: ++seq, at, by: 'bench', cause, event }
      hall = evolve(hall, fact)
    }
  }
  return { ask, hall: () => hall }
}

export const benchCore = async (): Promise<Figure[]> => {
  const { ask, hall } = createRehearsal()
  const { services, windows } = hall().site
  let turn = 0
  const issue = () => {
    const service = services[turn++ % services.length]
    if (service)
      ask({ type: 'issueTicket', serviceIds: [service.serviceId], lane: turn % 8 === 0 ? 'priority' : 'walkIn' })
  }
  for (const { windowId } of windows) ask({ type: 'openWindow', windowId })
  while (hall().tickets.size < LINE) issue()
  let desk = 0
  /** One visitor is served from call to end, by each window in turn, and the line is kept as long as it was. */
  const oneVisitor = (): number => {
    const windowId = windows[desk++ % windows.length]?.windowId
    if (!windowId) return 0
    if (hall().tickets.size < LINE) issue()
    ask({ type: 'callNext', windowId })
    ask({ type: 'startServing', windowId })
    ask({ type: 'finishServing', windowId })
    ask({ type: 'tick' })
    return 5
  }
  const rates: number[] = []
  for (let round = 0; round < 3; round++) rates.push(await perSecond(1000, oneVisitor))
  return [
    {
      name: 'core.decisionsPerSecond',
      value: median(rates),
      note: `issue, call, start, finish, tick; ${hall().tickets.size} in the hall, ${windows.length} windows`,
    },
  ]
}
