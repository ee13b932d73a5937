/** Screens that hang on a wall and have gone: a dark one is told of before a visitor has to. */
import { SECOND } from '#contracts/durations.ts'
import { CommandId } from '#contracts/ids.ts'
import { openSpans, spanAt } from '#contracts/opening.ts'
import type { Site } from '#contracts/site.ts'
import type { Instant } from '#contracts/time.ts'
import type { House } from './house.ts'
import type { Device } from './identity/store.ts'
import { send } from './routes/commanding.ts'

/** A screen comes back by itself within seconds; after this somebody should look. */
const PATIENCE = 30 * SECOND
const LOOK = 5 * SECOND

export interface MissingNeeds {
  /** Ids of those that should always be there, as they are paired now. */
  hung(): readonly string[]
  /** Ids of those that listen now. */
  present(): ReadonlySet<string>
  site(): Pick<Site, 'hours' | 'timeZone'> | undefined
  report(deviceId: string, since: Instant | undefined): void
}

/**
 * Gives what is to be done every few seconds. Only who has been there since the start is missed, and only while the hall
 * is open: at night screens may be dark. `report` without `since`: it is back.
 */
export const createMissing = ({ hung, present, site, report }: MissingNeeds): ((now: Instant) => void) => {
  const seen = new Map<string, Instant>()
  const told = new Set<string>()
  return (now) => {
    const here = present()
    const paper = site()
    const isOpen = paper !== undefined && spanAt(openSpans(paper.hours, paper.timeZone, now), now) !== undefined
    const wanted = new Set(hung())
    for (const deviceId of here) if (wanted.has(deviceId)) seen.set(deviceId, now)
    for (const [deviceId, since] of seen) {
      const isGone = wanted.has(deviceId) && isOpen && now - since >= PATIENCE
      if (isGone === told.has(deviceId)) continue
      if (isGone) told.add(deviceId)
      else told.delete(deviceId)
      report(deviceId, isGone ? since : undefined)
    }
  }
}

const hangs = ({ kind, deviceId, revokedAt }: Device): string[] =>
  (kind === 'wall' || kind === 'queue') && revokedAt === undefined ? [deviceId] : []

/** Looks every few seconds, and tells the hall; gives how to stop. */
export const startMissing = (house: House): (() => void) => {
  const { mirror, identity, clock } = house
  const report = (deviceId: string, gone: Instant | undefined): void => {
    const id = CommandId.parse(`device:${deviceId}:${clock.now()}`)
    const problem = gone !== undefined && { problem: 'silent' as const }
    const command = { type: 'reportDevice' as const, deviceId, since: gone ?? clock.now(), ...problem }
    void send(house, { id, by: 'server', command })
  }
  const look = createMissing({
    hung: () => identity.devices.all().flatMap(hangs),
    present: identity.lines.present,
    site: () => mirror.all('site')[0]?.site,
    report,
  })
  const looking = setInterval(() => look(clock.now()), LOOK)
  looking.unref()
  return () => clearInterval(looking)
}
