/** All that can be asked about in a hall, as its site file has it. */
import type { Names } from '#contracts/languages.ts'
import type { FloorPoint, Point } from '#contracts/places.ts'
import type { Subject } from '#contracts/questions.ts'
import type { Site, SiteService } from '#contracts/site.ts'

const middleOf = (corners: readonly Point[]): Point => {
  const mean = (of: (corner: Point) => number) => corners.reduce((sum, corner) => sum + of(corner), 0) / corners.length
  return { x: mean(({ x }) => x), y: mean(({ y }) => y) }
}

const servicesOf = (site: Site): Subject[] =>
  site.services.map((service) => ({
    source: `service:${service.serviceId}`,
    names: service.names,
    kind: 'service',
    service,
  }))

/** Departments have no id: those of the same Chinese name are one. */
const departmentsOf = (site: Site): Subject[] => {
  const services = new Map<string, SiteService[]>()
  for (const service of site.services) {
    const { zh } = service.department
    services.set(zh, [...(services.get(zh) ?? []), service])
  }
  return [...services.values()].flatMap((its) =>
    its.slice(0, 1).map(({ department: names }) => ({
      source: `department:${names.en}`,
      names,
      kind: 'services',
      services: its,
    })),
  )
}

const themesOf = ({ themes, services }: Site): Subject[] =>
  themes.map(({ themeId, names, serviceIds }) => ({
    source: `theme:${themeId}`,
    names,
    kind: 'services',
    services: serviceIds.flatMap((id) => services.filter(({ serviceId }) => serviceId === id)),
  }))

const placesOf = (site: Site): Subject[] => {
  const place = (source: string, names: Names, at: FloorPoint): Subject => ({ source, names, kind: 'place', place: at })
  const places = site.places.map((known) => place(`place:${known.placeId}`, known.names, known.place))
  const named = new Set(site.places.map(({ names, place: { floorId } }) => `${floorId} ${names.zh}`))
  const rooms = site.floors.flatMap(({ floorId, rooms: its }) =>
    its
      .filter(({ names }) => !named.has(`${floorId} ${names.zh}`))
      .map(({ names, outline }) => place(`room:${floorId}:${names.en}`, names, { floorId, ...middleOf(outline) })),
  )
  const zones = site.zones.map(({ zoneId, names, floorId, outline }) =>
    place(`zone:${zoneId}`, names, { floorId, ...middleOf(outline) }),
  )
  return [...places, ...rooms, ...zones]
}

const liftsOf = (site: Site): Subject[] =>
  site.lifts.map(({ liftId, names, floorIds }) => ({ source: `lift:${liftId}`, names, kind: 'lift', floorIds }))

export const subjectsOf = (site: Site): Subject[] =>
  [servicesOf, departmentsOf, themesOf, placesOf, liftsOf].flatMap((of) => of(site))
