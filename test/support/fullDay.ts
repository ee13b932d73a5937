/** A whole day of a full hall as screens hear it: every kind of record and reading, come and gone, the same each time. */
import { LiveMessage } from '#contracts/live.ts'
import { readingKey } from '#contracts/readingKey.ts'
import { TimedReading } from '#contracts/readings.ts'
import type { Site } from '#contracts/site.ts'
import { fleetRecords, type Loose, recordsOfCare, type Step } from './fullDayCare.ts'
import { readingsAt } from './fullDayReadings.ts'

export interface FullDay {
  at(): number
  /** Everything now, for a screen that comes. */
  snapshot(): LiveMessage
  /** The messages of the next `ms`. */
  pass(ms: number): LiveMessage[]
}

const NEW_EVERY_STEPS = 3
const SERVED_STEPS = 36
const CALLS_KEPT = 20

/** In the hall's time zone, which is eight hours ahead. */
const quarterOf = (at: number): number => Math.floor(((at + 8 * 3_600_000) % 86_400_000) / 900_000)

const visitors = (site: Site, at: () => number) => {
  const line: { id: string; ticket: Record<string, unknown> & { number: string; ticketId: string } }[] = []
  const calls: string[] = []
  let issued = 0
  const issue = ({ put }: Step): void => {
    const service = site.services[issued % site.services.length]
    if (!service) return
    const number = `${service.letter}${String((issued % 999) + 1).padStart(3, '0')}`
    const ticketId = `20261123-${service.letter}${String(issued + 1).padStart(4, '0')}`
    issued += 1
    const ticket = { ticketId, number, serviceIds: [service.serviceId], lane: 'walkIn', issuedAt: at(), calls: 0 }
    line.push({ id: ticketId, ticket })
    put.push({ kind: 'ticket', id: ticketId, ticket: { ...ticket, state: 'waiting' } })
  }
  const call = ({ put, remove }: Step, windowId: string, serviceIds: readonly string[], step: number): void => {
    const next = line.shift()
    if (!next) return
    const callId = `K${step}-${windowId}`
    const { ticket } = next
    put.push(
      { kind: 'ticket', id: next.id, ticket: { ...ticket, state: 'called', calls: 1, windowId, calledAt: at() } },
      { kind: 'window', id: windowId, window: { windowId, state: 'open', serviceIds, since: at(), ticketId: next.id } },
      {
        kind: 'call',
        id: callId,
        call: { callId, ticketId: next.id, number: ticket.number, windowId, at: at(), calls: 1 },
      },
    )
    calls.push(callId)
    for (const id of calls.splice(0, Math.max(0, calls.length - CALLS_KEPT))) remove.push({ kind: 'call', id })
  }
  return { line, issue, call }
}

export const createFullDay = (site: Site, from: number): FullDay => {
  const known = new Map<string, Loose>()
  let at = from
  let step = 0
  const queue = visitors(site, () => at)
  const atWindow = new Map<string, string>()

  const told = (changed: Step): LiveMessage => {
    for (const record of changed.put) known.set(`${record.kind}:${record.id}`, record)
    for (const { kind, id } of changed.remove) known.delete(`${kind}:${id}`)
    return LiveMessage.parse({ type: 'change', seq: step, at, ...changed })
  }
  const serve = (changed: Step): void => {
    for (const [i, { windowId, serviceIds }] of site.windows.entries()) {
      if ((step + i * 3) % SERVED_STEPS !== 0) continue
      const gone = atWindow.get(windowId)
      if (gone) changed.remove.push({ kind: 'ticket', id: gone })
      const next = queue.line[0]?.id
      queue.call(changed, windowId, serviceIds, step)
      if (next) atWindow.set(windowId, next)
    }
  }
  const figures = (): Loose[] => [
    ...site.services.map(({ serviceId }, i) => ({
      kind: 'line',
      id: serviceId,
      line: {
        serviceId,
        waiting: queue.line.filter(({ ticket }) => String(ticket.serviceIds) === serviceId).length,
        overdue: 0,
        openWindows: 2,
        estimate: { p50Minutes: (step + i) % 20, p80Minutes: ((step + i) % 20) + 9, ahead: 3 },
      },
    })),
    {
      kind: 'figures',
      id: 'figures',
      figures: {
        day: '2026-11-23',
        waiting: queue.line.length,
        overdue: step % 7,
        medianMinutes: 6,
        p90Minutes: 19,
        served: step,
        missed: 3,
        openWindows: site.windows.length,
        allWindows: site.windows.length,
        delivered: 12,
        hoursSaved: step / 900,
        promised: { told: 100 + step, kept: 80 + step },
        arrivals: Array.from({ length: 1 + quarterOf(at) }, (_, quarter) => (quarter * 7) % 40),
      },
    },
  ]
  const change = (): Step => {
    const changed: Step = { put: [], remove: [] }
    if (step % NEW_EVERY_STEPS === 0) queue.issue(changed)
    serve(changed)
    if (step % 6 === 0) changed.put.push(...figures(), ...fleetRecords(site, step, at))
    recordsOfCare(site, step, at, changed)
    return changed
  }

  for (const { windowId, serviceIds } of site.windows)
    known.set(`window:${windowId}`, {
      kind: 'window',
      id: windowId,
      window: { windowId, state: 'open', serviceIds, since: from },
    })
  known.set('site:site', { kind: 'site', id: 'site', site })
  const heard = new Map<string, TimedReading>()
  const readings = (): TimedReading[] => {
    const now = readingsAt(site, step, at).map((timed) => TimedReading.parse(timed))
    for (const timed of now) heard.set(readingKey(timed.reading), timed)
    return now
  }
  readings()
  return {
    at: () => at,
    snapshot: () =>
      LiveMessage.parse({
        type: 'snapshot',
        seq: step,
        at,
        records: [...known.values()],
        readings: [...heard.values()],
      }),
    pass: (ms) => {
      at += ms
      step += 1
      const changed = change()
      return [
        ...(changed.put.length + changed.remove.length > 0 ? [told(changed)] : []),
        ...readings().map((timed): LiveMessage => ({ type: 'reading', ...timed })),
      ]
    },
  }
}
