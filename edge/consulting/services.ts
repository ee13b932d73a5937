/** What is told about services: where, with which papers, after how long. */
import type { Language } from '#contracts/languages.ts'
import type { Site, SiteService, SiteWindow } from '#contracts/site.ts'
import type { Instant } from '#contracts/time.ts'
import { hoursNow, isOpen } from './hours.ts'
import type { Known } from './known.ts'
import { nameIn, tellingWords } from './telling.ts'

export interface Now extends Known {
  site: Site
  at: Instant
  language: Language
}

export const floorName = (floorId: string, { site, language }: Now): string => {
  const floor = site.floors.find((one) => one.floorId === floorId)
  return floor ? nameIn(floor.names, language) : floorId
}

/** Those that are open for any of the services; when none is, all that can do them. */
const desksFor = (services: readonly SiteService[], { site, windows }: Now): SiteWindow[] => {
  const ids = services.map(({ serviceId }) => serviceId)
  const open = site.windows.filter(({ windowId }) => {
    const desk = windows.get(windowId)
    return desk?.state === 'open' && desk.serviceIds.some((id) => ids.includes(id))
  })
  return open.length > 0 ? open : site.windows.filter(({ serviceIds }) => serviceIds.some((id) => ids.includes(id)))
}

export const listed = (services: readonly SiteService[], { language }: Now): string =>
  tellingWords[language].list(services.map(({ names }) => nameIn(names, language)))

export const where = (name: string, services: readonly SiteService[], now: Now): string => {
  const words = tellingWords[now.language]
  const desks = desksFor(services, now)
  const floors = [...new Set(desks.map(({ place }) => place.floorId))]
  const onFloor = (floorId: string) =>
    words.onFloor(
      floorName(floorId, now),
      words.list(desks.filter(({ place }) => place.floorId === floorId).map(({ label }) => label)),
    )
  return words.where(name, words.clauses(floors.map(onFloor)))
}

export const documents = ({ names, documents: papers }: SiteService, { language }: Now): string => {
  const words = tellingWords[language]
  const name = nameIn(names, language)
  return papers.length > 0
    ? words.documents(name, words.papers(papers.map((paper) => nameIn(paper, language))))
    : words.noDocuments(name)
}

export const wait = ({ serviceId, names }: SiteService, { lines, language }: Now): string => {
  const words = tellingWords[language]
  const name = nameIn(names, language)
  const { estimate, waiting = 0 } = lines.get(serviceId) ?? {}
  if (!estimate) return words.noneOpen(name)
  const { p50Minutes: from, p80Minutes: until } = estimate
  if (until === 0) return words.noWait(name)
  return words.wait(name, waiting, from < until ? `${from}–${until}` : `${until}`)
}

/** While the hall is closed, when it opens says more than that no window is open. */
export const waits = (services: readonly SiteService[], now: Now): string[] => {
  const { site, at, language } = now
  const told = services.map((service) => wait(service, now))
  return isOpen(site, at) ? told : [...told, ...hoursNow(site, at, language)]
}

export const appointment = ({ names, appointments }: SiteService, { language }: Now): string => {
  const words = tellingWords[language]
  return appointments ? words.appointment(nameIn(names, language)) : words.noAppointment(nameIn(names, language))
}

export const waitsInAll = (now: Now): string => {
  const waiting = [...now.lines.values()].reduce((sum, line) => sum + line.waiting, 0)
  const open = [...now.windows.values()].filter(({ state }) => state === 'open').length
  return tellingWords[now.language].waits(waiting, open)
}
