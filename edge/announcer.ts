/** What the hall tells displays, speakers and staff devices over the bus: numbers, windows and places, never a name. */
import type { Alert, AlertSource } from '#contracts/alerts.ts'
import type { Card } from '#contracts/cards.ts'
import { SECOND } from '#contracts/durations.ts'
import type { HallRecord, LiveMessage, RecordOf } from '#contracts/live.ts'
import type { Occupancy, Reading } from '#contracts/readings.ts'
import type { Site } from '#contracts/site.ts'
import type { Call, Ticket } from '#contracts/tickets.ts'
import type { Instant } from '#contracts/time.ts'
import type { ServiceWindow } from '#contracts/windows.ts'
import { createSpeaker } from './announcer/speaking.ts'
import type { Bus, Clock, EdgeHall, Log } from './ports.ts'

export interface AnnouncerNeeds {
  site: Site
  hall: EdgeHall
  bus: Bus
  clock: Clock
  log: Log
}

/** So late at most an announcement begins, by the hall's own clock. */
const LOOK = SECOND / 5

/** `undefined` clears what was retained. */
type Publish = (topic: string, message: object | undefined, options?: { retain?: boolean; qos?: 0 | 1 }) => void

export const openAnnouncer = ({ site, hall, bus, clock, log }: AnnouncerNeeds): { close(): void } => {
  const root = `hall/${site.hallId}`
  const publish: Publish = (topic, message, options) => {
    const payload = message === undefined ? '' : JSON.stringify(message)
    bus
      .publish(`${root}/${topic}`, payload, options)
      .catch((error: unknown) => log.error({ topic, error }, 'an announcement was lost'))
  }
  const retain = retainingOn(publish)
  const records = createRecords()
  const speak = createSpeaker({ site, say: (announcement) => publish('call', announcement, { qos: 1 }) })
  const tellZones = createZones(publish)
  let calls: readonly Call[] = []
  let heardAt: Instant = 0
  /** As the hall has it: a clock put back does not put it back. */
  const look = () => speak(calls, Math.max(clock.now(), heardAt))

  const unwatch = hall.watch((message) => {
    if (message.type === 'reading') return tellZones(message.reading)
    heardAt = message.at
    records.learn(message)
    const tickets = new Map(records.all('ticket').map(({ ticket }) => [ticket.ticketId, ticket]))
    for (const { window: desk } of records.all('window'))
      retain(`window/${desk.windowId}/display`, displayOf(desk, desk.ticketId && tickets.get(desk.ticketId)))
    const alerts = records.all('alert').map(({ alert }) => alert)
    for (const alert of alerts) retain(`alert/${alert.alertId}`, wireAlert(alert))
    retain.only('alert/', new Set(alerts.map(({ alertId }) => `alert/${alertId}`)))
    const cards = records.all('card').map(({ card }) => card)
    for (const card of cards) retain(`card/${card.cardId}`, wireCard(card))
    retain.only('card/', new Set(cards.map(({ cardId }) => `card/${cardId}`)))
    calls = records.all('call').map(({ call }) => call)
    look()
  })
  const stopLooking = clock.every(LOOK, look)

  /** A broker that outlived us may still hold alerts and cards that ended while nobody could say so. */
  const unsubscribes = ['alert', 'card'].map((kind) =>
    bus.subscribe(`${root}/${kind}/+`, ({ topic, payload, retained }) => {
      const name = topic.slice(root.length + 1)
      if (retained && payload.length > 0 && !retain.holds(name)) publish(name, undefined, { retain: true, qos: 1 })
    }),
  )
  return {
    close: () => {
      for (const unsubscribe of unsubscribes) unsubscribe()
      stopLooking()
      unwatch()
    },
  }
}

/** The hall's records as last told. */
const createRecords = () => {
  const records = new Map<string, HallRecord>()
  const nameOf = ({ kind, id }: { kind: string; id: string }) => `${kind}:${id}`
  return {
    learn: (message: Exclude<LiveMessage, { type: 'reading' }>): void => {
      if (message.type === 'snapshot') records.clear()
      else for (const key of message.remove) records.delete(nameOf(key))
      for (const record of message.type === 'snapshot' ? message.records : message.put)
        records.set(nameOf(record), record)
    },
    all: <K extends HallRecord['kind']>(kind: K): RecordOf<K>[] =>
      [...records.values()].filter((record): record is RecordOf<K> => record.kind === kind),
  }
}

/** Says what is retained only when it has changed, and clears what is no longer so. */
const retainingOn = (publish: Publish) => {
  const said = new Map<string, string>()
  const retain = (topic: string, message: object): void => {
    const text = JSON.stringify(message)
    if (said.get(topic) === text) return
    said.set(topic, text)
    publish(topic, message, { retain: true, qos: 1 })
  }
  const only = (prefix: string, topics: ReadonlySet<string>): void => {
    for (const topic of said.keys()) {
      if (!topic.startsWith(prefix) || topics.has(topic)) continue
      said.delete(topic)
      publish(topic, undefined, { retain: true, qos: 1 })
    }
  }
  return Object.assign(retain, { only, holds: (topic: string) => said.has(topic) })
}

/** With a number: whether it is called or served, and since when; without: the state of the window. */
const displayOf = ({ state, since }: ServiceWindow, ticket: Ticket | undefined | '') => {
  if (ticket && ticket.state === 'called') return { number: ticket.number, state: ticket.state, since: ticket.calledAt }
  if (ticket && ticket.state === 'serving')
    return { number: ticket.number, state: ticket.state, since: ticket.startedAt }
  return { number: null, state, since }
}

/** Without what somebody wrote. */
const wireAlert = ({ source, outcome: _, ...alert }: Alert) => ({ ...alert, source: wireSource(source) })

const wireCard = ({ outcome: _, ...card }: Card) => card

/** Without the ticket's id, which is in its QR code, and without the name of the stay. */
const wireSource = (source: AlertSource): object => {
  switch (source.by) {
    case 'ticket':
      return { by: source.by, number: source.number, serviceId: source.serviceId }
    case 'camera':
      return { by: source.by, cameraId: source.cameraId, ...(source.unconfirmed && { unconfirmed: true }) }
    case 'zone':
      return { by: source.by, zoneId: source.zoneId, people: source.people }
    case 'sight':
      return { by: source.by, cameraId: source.cameraId, problem: source.problem }
    case 'robot':
    case 'question':
    case 'noShows':
    case 'imbalance':
    case 'device':
      return source
  }
}

/**
 * Cameras that look at the same zone see the same people: the one that sees most is right. One that does not see counts
 * nobody; a zone that none of its cameras sees is `null` all through, never empty.
 */
const createZones = (publish: Publish) => {
  const byCamera = new Map<string, Map<string, Occupancy>>()

  const tell = (zoneId: string): void => {
    const parts = [...(byCamera.get(zoneId)?.values() ?? [])]
    const most = (count: (part: Occupancy) => number) => (parts.length > 0 ? Math.max(...parts.map(count)) : null)
    const [queue] = parts.flatMap((part) => part.queue ?? []).sort((a, b) => b.people - a.people)
    publish(`zone/${zoneId}/occupancy`, {
      people: most(({ people }) => people),
      longestStayMinutes: most(({ longestStayMinutes }) => longestStayMinutes),
      longWaits: most(({ longWaits }) => longWaits),
      ...(queue && { queue }),
    })
  }

  return (reading: Reading): void => {
    if (reading.type === 'occupancy') {
      const parts = byCamera.get(reading.zoneId) ?? new Map<string, Occupancy>()
      byCamera.set(reading.zoneId, parts.set(reading.cameraId, reading))
      tell(reading.zoneId)
    }
    if (reading.type === 'part' && (reading.state === 'unknown' || reading.problem))
      for (const [zoneId, parts] of byCamera) if (parts.delete(reading.partId.replace(/^camera:/, ''))) tell(zoneId)
  }
}
