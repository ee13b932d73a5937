/** What people call a ticket or a place of the hall. */
import { publicNames } from '#contracts/discretion.ts'
import type { Language } from '#contracts/languages.ts'
import type { Site } from '#contracts/site.ts'
import { nameIn } from '../language.ts'

/** `A042` of `20261122-A042`. */
export const numberOf = (ticketId: string): string => ticketId.split('-')[1] ?? ticketId

/** A window by what is written above it, a place by its name, and anything else by its id. */
export const placeNamed = (
  site: Site,
  language: Language,
  id: string,
  windowSaid: (label: string) => string,
): string => {
  const counter = site.windows.find(({ windowId }) => windowId === id)
  if (counter) return windowSaid(counter.label)
  const place = site.places.find(({ placeId }) => placeId === id)
  return place ? nameIn(place.names, language) : id
}

export const serviceNamed = (site: Site, language: Language, id: string): string => {
  const service = site.services.find(({ serviceId }) => serviceId === id)
  return service ? nameIn(service.names, language) : id
}

/** The same where bystanders can read it: of a discreet service its department. */
export const publicNameOf = (site: Site, language: Language, id: string): string => {
  const service = site.services.find(({ serviceId }) => serviceId === id)
  return service ? nameIn(publicNames(service), language) : id
}
