/** What is told about each kind of subject. */
import type { FloorPoint } from '#contracts/places.ts'
import type { Subject } from '#contracts/questions.ts'
import type { Site, SiteService, SiteWindow } from '#contracts/site.ts'
import { hoursOn } from './hours.ts'
import { appointment, documents, floorName, listed, type Now, waits, where } from './services.ts'
import { nameIn, tellingWords } from './telling.ts'
import type { Understood } from './understanding.ts'

export const hoursOf = ({ days }: Understood, { site, at, language }: Now): string[] =>
  hoursOn(days, site, at, language)

/** What was asked; and when nothing was, all that matters before one goes there. */
const aboutService = (service: SiteService, asked: Understood, now: Now): string[] => {
  const tells = (topic: 'documents' | 'where' | 'wait') => asked.topics.size === 0 || asked.topics.has(topic)
  return [
    ...(tells('where') ? [where(nameIn(service.names, now.language), [service], now)] : []),
    ...(tells('documents') ? [documents(service, now)] : []),
    ...(asked.topics.has('appointment') ? [appointment(service, now)] : []),
    ...(tells('wait') ? waits([service], now) : []),
    ...(asked.topics.has('hours') ? hoursOf(asked, now) : []),
  ]
}

/** The same of all of them; and when nothing was asked, which they are and where. */
const aboutServices = (name: string, all: readonly SiteService[], asked: Understood, now: Now): string[] => {
  const { topics } = asked
  const words = tellingWords[now.language]
  return [
    ...(topics.size === 0 ? [words.several(name, listed(all, now))] : []),
    ...(topics.size === 0 || topics.has('where') ? [where(name, all, now)] : []),
    ...(topics.has('documents') ? all.map((service) => documents(service, now)) : []),
    ...(topics.has('appointment') ? all.map((service) => appointment(service, now)) : []),
    ...(topics.has('wait') ? waits(all, now) : []),
    ...(topics.has('hours') ? hoursOf(asked, now) : []),
  ]
}

const aboutDesk = ({ windowId, label, place, serviceIds }: SiteWindow, now: Now): string[] => {
  const words = tellingWords[now.language]
  const desk = now.windows.get(windowId)
  const does = desk && desk.serviceIds.length > 0 ? desk.serviceIds : serviceIds
  const services = now.site.services.filter(({ serviceId }) => does.includes(serviceId))
  const told = words.desk(label, floorName(place.floorId, now), listed(services, now))
  return desk && desk.state !== 'open' ? [told, words.deskClosed(label)] : [told]
}

const nearestDesk = (to: FloorPoint, { windows }: Site): SiteWindow | undefined => {
  const away = ({ place }: SiteWindow) => Math.hypot(place.x - to.x, place.y - to.y)
  return windows.filter(({ place }) => place.floorId === to.floorId).sort((a, b) => away(a) - away(b))[0]
}

const aboutPlace = (name: string, place: FloorPoint, now: Now): string => {
  const words = tellingWords[now.language]
  const floor = floorName(place.floorId, now)
  const desk = nearestDesk(place, now.site)
  return desk ? words.placeNear(name, floor, desk.label) : words.place(name, floor)
}

/** Sentences, in the language of `now`. */
export const about = (subject: Subject, asked: Understood, now: Now): string[] => {
  const name = nameIn(subject.names, now.language)
  const words = tellingWords[now.language]
  switch (subject.kind) {
    case 'service':
      return aboutService(subject.service, asked, now)
    case 'services':
      return aboutServices(name, subject.services, asked, now)
    case 'window':
      return aboutDesk(subject.desk, now)
    case 'place':
      return [aboutPlace(name, subject.place, now)]
    case 'lift':
      return [words.lift(name, words.list(subject.floorIds.map((floorId) => floorName(floorId, now))))]
  }
}
