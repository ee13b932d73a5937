/** What a full advice costs in a large hall, and whether anybody at a window notices that it is being worked out. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { PersonCommand } from '#contracts/commands.ts'
import { MINUTE } from '#contracts/durations.ts'
import { CommandId, type WindowId } from '#contracts/ids.ts'
import { openLevelJournal } from '#edge/adapters/levelJournal.ts'
import { createLog } from '#edge/adapters/log.ts'
import { workOut } from '#edge/adviser.ts'
import { everybody } from '#edge/core/queue/line.ts'
import { type OpenHall, openHall } from '#edge/hall.ts'
import { createDice } from '#simulators/random.ts'
import { type Figure, median, quantile } from '../measure.ts'
import { xuhui } from './bigHalls.ts'
import { crowdOf } from './crowds.ts'
import { OPENS_AT, siteOf } from './halls.ts'

/** Windows left closed, so that there is something to advise. */
const CLOSED = 25
const WAITING = 200
/** Presses that are timed, alone and while advice is worked out, by turns. */
const PRESSES = 150
const ROUNDS = 4

const fill = async (hall: OpenHall, ask: (command: PersonCommand) => Promise<boolean>, to: (at: number) => void) => {
  const { crowd } = xuhui()
  const { windows } = hall.moment().hall.site
  const open = windows.slice(0, windows.length - CLOSED).map(({ windowId }) => windowId)
  await Promise.all(open.map((windowId) => ask({ type: 'openWindow', windowId })))
  for (const { comes, serviceId } of crowdOf(crowd, createDice(7, 1))) {
    to(OPENS_AT + comes)
    await ask({ type: 'issueTicket', serviceIds: [serviceId], lane: 'walkIn' })
    if (everybody(hall.moment().hall.queues).length >= WAITING) break
    const free = open.filter((windowId) => hall.moment().hall.windows.get(windowId)?.ticketId === undefined)
    const called = await Promise.all(free.map((windowId) => ask({ type: 'callNext', windowId })))
    await Promise.all(free.map((windowId, i) => called[i] && ask({ type: 'startServing', windowId })))
  }
}

/** Milliseconds of each press: a window finishes and calls the next, and somebody comes for the same, so that the line stays. */
const presses = async (hall: OpenHall, ask: (command: PersonCommand) => Promise<boolean>): Promise<number[]> => {
  const took: number[] = []
  const busy = [...hall.moment().hall.windows.values()].filter(({ ticketId }) => ticketId).map((w) => w.windowId)
  const timed = async (windowId: WindowId): Promise<void> => {
    await ask({ type: 'finishServing', windowId })
    const began = performance.now()
    const called = await ask({ type: 'callNext', windowId })
    took.push(performance.now() - began)
    if (called) await ask({ type: 'startServing', windowId })
    const serviceIds = hall.moment().hall.windows.get(windowId)?.serviceIds.slice(0, 1) ?? []
    if (called) await ask({ type: 'issueTicket', serviceIds, lane: 'walkIn' })
  }
  for (let i = 0; i < PRESSES; i++) {
    const windowId = busy[i % busy.length]
    if (windowId) await timed(windowId)
  }
  return took
}

export const benchAdvice = async (): Promise<Figure[]> => {
  const folder = mkdtempSync(join(tmpdir(), 'bench-advice-'))
  const journal = await openLevelJournal(folder)
  const { crowd, desks } = xuhui()
  let now = OPENS_AT
  const clock = { now: () => now, every: () => () => {} }
  const hall = await openHall({ site: siteOf('xuhui', crowd.demands, desks), clock, journal, log: createLog('silent') })
  let sent = 0
  const ask = async (command: PersonCommand): Promise<boolean> =>
    (await hall.send({ id: CommandId.parse(`b:${sent++}`), by: 'bench', command })).ok
  await fill(hall, ask, (at) => {
    now = at
  })
  now += MINUTE
  const seconds: number[] = []
  const advised: number[] = []
  const [idle, during]: [number[], number[]] = [[], []]
  for (let round = 0; round < ROUNDS; round++) {
    idle.push(...(await presses(hall, ask)))
    let pressing = true
    const advising = (async () => {
      while (pressing) {
        const done = await workOut(hall)
        if (!done) continue
        seconds.push(done.seconds)
        advised.push(done.rolls)
      }
    })()
    during.push(...(await presses(hall, ask)))
    pressing = false
    await advising
  }
  const waiting = everybody(hall.moment().hall.queues).length
  await hall.close()
  await journal.close()
  rmSync(folder, { recursive: true })
  const [p99Idle, p99] = [quantile(idle, 0.99), quantile(during, 0.99)]
  return [
    {
      name: 'queue.adviceSeconds',
      value: Math.max(...seconds),
      note: `the slowest of ${seconds.length}, median ${median(seconds).toFixed(2)} s, ${median(advised)} rolls, ${waiting} waiting, while windows press; bar 2`,
    },
    {
      name: 'queue.callDuringAdviceP99VsIdle',
      value: p99 / p99Idle,
      note: `p99 ${p99.toFixed(1)} ms against ${p99Idle.toFixed(1)} ms with nothing else to do, synced to disk; bar 2`,
    },
  ]
}
