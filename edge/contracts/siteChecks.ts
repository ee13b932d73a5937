/** What a site file must keep beyond its shape: ids are unique, and whatever is named exists. */
import { wrongOutlineOf } from './outlines.ts'
import { type Site, SiteShape } from './site.ts'
import type { SiteCamera } from './siteCameras.ts'
import { type Complain, idsOnce, known } from './siteComplaints.ts'
import { flawOf, type SiteFlaw } from './siteFlaws.ts'
import { checkPaper, checkThemes } from './siteSituations.ts'

/** What is drawn on its picture; where it looks from, the hall finds only in a set-up. */
const drawn = (complain: Complain) => (camera: SiteCamera, i: number) => {
  const wrong = wrongOutlineOf(camera)
  const list = wrong?.of === 'mask' ? 'masks' : 'zones'
  if (wrong)
    complain(
      ['cameras', i, list, wrong.index],
      `its ${wrong.of} leaves the picture, crosses itself or is of a zone drawn before: draw it again`,
      { flaw: 'outline', of: wrong.of },
    )
  if (camera.floorMatches && !camera.homography)
    complain(['cameras', i, 'floorMatches'], 'needs the homography with it: set the camera up in /manage instead', {
      flaw: 'matchesAlone',
    })
}

/** Every service is done somewhere, and nobody helps with what they do not do. */
const checkServing = (site: Site, complain: Complain): void => {
  site.services.forEach(({ serviceId: id }, i) => {
    if (!site.windows.some(({ serviceIds }) => serviceIds.includes(id)))
      complain(['services', i, 'serviceId'], `no window does ${id}: name it in the serviceIds of one`, {
        flaw: 'unserved',
        id,
      })
  })
  site.windows.forEach((w, i) => {
    w.helpIds.forEach((id, j) => {
      if (!w.serviceIds.includes(id))
        complain(['windows', i, 'helpIds', j], `${w.windowId} does not do ${id}: name it in its serviceIds too`, {
          flaw: 'helpUndone',
          id,
        })
    })
  })
}

const check = (site: Site, complain: Complain): void => {
  const ids = <T>(list: keyof Site & string, items: readonly T[], field: keyof T & string) =>
    idsOnce(complain, list, items, field)

  const floor = known(complain, ids('floors', site.floors, 'floorId'), 'floors')
  const service = known(complain, ids('services', site.services, 'serviceId'), 'services')
  const zone = known(complain, ids('zones', site.zones, 'zoneId'), 'zones')
  const node = known(complain, ids('routeNodes', site.routeNodes, 'nodeId'), 'routeNodes')
  const lift = known(complain, ids('lifts', site.lifts, 'liftId'), 'lifts')
  const desk = known(complain, ids('windows', site.windows, 'windowId'), 'windows')
  ids('themes', site.themes, 'themeId')
  ids('places', site.places, 'placeId')
  ids('cameras', site.cameras, 'cameraId')
  ids('doors', site.doors, 'doorId')
  ids('robots', site.robots, 'robotId')
  ids('robots', site.robots, 'serialNumber')

  site.services.forEach((s, i) => {
    zone(s.zoneId, 'services', i, 'zoneId')
    s.issuingWindowIds.forEach((id, j) => {
      desk(id, 'services', i, 'issuingWindowIds', j)
    })
  })
  site.themes.forEach((t, i) => {
    t.serviceIds.forEach((id, j) => {
      service(id, 'themes', i, 'serviceIds', j)
    })
  })
  site.windows.forEach((w, i) => {
    floor(w.place.floorId, 'windows', i, 'place', 'floorId')
    node(w.nodeId, 'windows', i, 'nodeId')
    w.serviceIds.forEach((id, j) => {
      service(id, 'windows', i, 'serviceIds', j)
    })
  })
  site.zones.forEach((z, i) => {
    floor(z.floorId, 'zones', i, 'floorId')
  })
  site.places.forEach((p, i) => {
    floor(p.place.floorId, 'places', i, 'place', 'floorId')
    node(p.nodeId, 'places', i, 'nodeId')
  })
  site.cameras.forEach((c, i) => {
    floor(c.floorId, 'cameras', i, 'floorId')
    c.zones.forEach((z, j) => {
      zone(z.zoneId, 'cameras', i, 'zones', j, 'zoneId')
    })
  })
  site.routeNodes.forEach((n, i) => {
    floor(n.place.floorId, 'routeNodes', i, 'place', 'floorId')
    lift(n.liftId, 'routeNodes', i, 'liftId')
  })
  site.routeEdges.forEach((e, i) => {
    node(e.from, 'routeEdges', i, 'from')
    node(e.to, 'routeEdges', i, 'to')
  })
  site.doors.forEach((d, i) => {
    d.between.forEach((id, j) => {
      node(id, 'doors', i, 'between', j)
    })
  })
  site.chargers.forEach((c, i) => {
    node(c.nodeId, 'chargers', i, 'nodeId')
  })
  site.robots.forEach((r, i) => {
    node(r.homeNodeId, 'robots', i, 'homeNodeId')
  })
}

/** The whole check of a site file: its shape, then its names. Parse with this at the door. */
export const SiteFile = SiteShape.superRefine((site, context) => {
  const complain: Complain = (path, message, params) => context.addIssue({ code: 'custom', path, message, params })
  check(site, complain)
  checkServing(site, complain)
  checkThemes(site, complain)
  checkPaper(site, complain)
  site.cameras.forEach(drawn(complain))
})

const pathOf = (path: readonly PropertyKey[]): string =>
  path
    .map((key) => (typeof key === 'number' ? `[${key}]` : `.${String(key)}`))
    .join('')
    .replace(/^\./, '')

const isIn = (file: unknown, path: readonly PropertyKey[]): boolean => {
  const found = path.reduce<unknown>(
    (at, key) => (typeof at === 'object' && at !== null ? Reflect.get(at, key) : undefined),
    file,
  )
  return found !== undefined
}

/** The site with all that is usual filled in, or every flaw of it. */
export const checkSite = (file: unknown): { site: Site; flaws: [] } | { site?: undefined; flaws: SiteFlaw[] } => {
  const parsed = SiteFile.safeParse(file)
  if (parsed.success) return { site: parsed.data, flaws: [] }
  return {
    flaws: parsed.error.issues.map((issue) => ({
      path: pathOf(issue.path),
      message: issue.message,
      ...flawOf(issue, isIn(file, issue.path)),
    })),
  }
}
