/** The halls of the queue bench: what each offers, which window does what, and who comes. */
import { ServiceId, WindowId } from '#contracts/ids.ts'
import type { Site } from '#contracts/site.ts'
import { SiteFile } from '#contracts/siteChecks.ts'
import type { Instant } from '#contracts/time.ts'
import { AROUND_THE_CLOCK } from '#test/support/smallSite.ts'
import type { Crowd, Demand } from './crowds.ts'

/** Nine o'clock on a Monday, in the halls' time zone. */
export const OPENS_AT: Instant = Date.UTC(2026, 10, 23, 1)
const OPEN_MINUTES = 480
const name = (text: string) => ({ zh: text, en: text })

/** One window: the services it does, by their place in the demands, its own first. */
export interface Desk {
  services: readonly number[]
  tidal?: boolean
}

/** Rules of `site.queue` that differ from the default; typed loosely, since the site file's check reads them. */
export type Rules = Record<string, unknown>

const letterOf = (i: number): string => String.fromCharCode(65 + (i % 26))

/** A site without floors' worth of detail: numbers are given out at any hour, so that the last visitor is served too. */
export const siteOf = (hallId: string, demands: readonly Demand[], desks: readonly Desk[], rules: Rules = {}): Site => {
  const idOf = (service: number): ServiceId => demands[service]?.serviceId ?? ServiceId.parse('unknown')
  return SiteFile.parse({
    hallId,
    names: name(hallId),
    timeZone: 'Asia/Shanghai',
    hours: AROUND_THE_CLOCK,
    queue: { outsideHours: 'accept', ...rules },
    floors: [{ floorId: 'F1', names: name('F1'), level: 0, width: 100, depth: 50 }],
    services: demands.map(({ serviceId, minutes }, i) => ({
      serviceId,
      letter: letterOf(i),
      names: name(serviceId),
      department: name('D'),
      usualMinutes: minutes,
    })),
    windows: desks.map(({ services, tidal = false }, i) => ({
      windowId: windowIdOf(i),
      label: String(i + 1),
      place: { floorId: 'F1', x: i / 4, y: 1 },
      serviceIds: services.map(idOf),
      helpIds: services.slice(1).map(idOf),
      tidal,
    })),
  })
}

export const windowIdOf = (i: number): WindowId => WindowId.parse(`W${i + 1}`)

const demand = (service: number, minutes: number, share: number): Demand => ({
  serviceId: ServiceId.parse(`S${service + 1}`),
  minutes,
  share,
})

/** Twelve windows for five services, of `evidence/queue.md` section 6. */
export const trial: Crowd = {
  demands: [demand(0, 6, 0.3), demand(1, 9, 0.25), demand(2, 8, 0.2), demand(3, 18, 0.1), demand(4, 14, 0.15)],
  visitorsPerMinute: 1.03,
  openMinutes: OPEN_MINUTES,
  variation: 0.9,
  priorityShare: 0,
}

const OWN = [0, 0, 1, 1, 1, 2, 2, 3, 3, 4, 4, 4]

const desks = (skills: readonly (readonly number[])[]): Desk[] => skills.map((services) => ({ services }))

/** Each window does its own service and helps with so many others; windows of one service help different ones. */
const ring = (help: number): Desk[] =>
  desks(
    OWN.map((own, i) => {
      const before = OWN.slice(0, i).filter((other) => other === own).length
      return [own, ...Array.from({ length: help }, (_, step) => (own + 1 + before + step) % trial.demands.length)]
    }),
  )

const everything = [0, 1, 2, 3, 4]

/** Ways to give twelve windows their services. */
export const trialDesks = {
  dedicated: desks(OWN.map((own) => [own])),
  chain: desks([[0], [0, 1], [1], [1], [1, 2], [2], [2, 3], [3], [3, 4], [4], [4, 0], [4, 0, 1, 2, 3]]),
  ring: ring(1),
  wideRing: ring(2),
  full: desks(OWN.map((own) => [own, ...everything.filter((service) => service !== own)])),
} satisfies Record<string, Desk[]>

/** Two windows more, which the tide may open. */
export const tidalDesks: Desk[] = [
  { services: everything, tidal: true },
  { services: everything, tidal: true },
]
