/** The hall on paper: floors, services, windows, zones, cameras, routes, robots. A wrong file is refused at start. */
import { z } from 'zod'
import { HallId, PlaceId, RouteNodeId, ServiceId, WindowId, ZoneId } from './ids.ts'
import { Names } from './languages.ts'
import { FloorPoint, Polygon } from './places.ts'
import { SiteCamera } from './siteCameras.ts'
import { CareRules } from './siteCare.ts'
import type { Flawed } from './siteFlaws.ts'
import { Charger, Door, FleetRules, Lift, SiteRobot } from './siteFleet.ts'
import { Floor, RouteEdge, RouteNode } from './siteFloors.ts'
import { OpeningHours, Span } from './siteHours.ts'
import { SiteKiosk, SitePrinter } from './sitePrinters.ts'
import { QueueRules } from './siteQueue.ts'
import { SiteTheme } from './siteThemes.ts'
import { VisionRules } from './siteVision.ts'

export const SiteService = z.object({
  serviceId: ServiceId,
  letter: z
    .string()
    .regex(/^[A-Z]$/)
    .describe('First letter of its ticket numbers. Services with the same letter share one number series.'),
  names: Names,
  department: Names,
  discreet: z
    .boolean()
    .default(false)
    .describe('Its name would tell others who somebody is: screens, voice and slips say the department instead.'),
  usualMinutes: z
    .number()
    .positive()
    .max(480)
    .describe('How long one visitor usually takes; the wait estimate starts from it.'),
  documents: z.array(Names).default([]).describe('Papers to bring, shown before a number is taken.'),
  zoneId: ZoneId.optional().describe('Where its visitors wait; an alert about one of them points there.'),
  dailyLimit: z.int().positive().optional().describe('So many numbers a day are given out for it.'),
  appointments: z
    .object({
      slotMinutes: z.int().min(5).max(240).describe('Slots begin this far apart, from each opening on.'),
      capacity: z.int().positive().describe('So many may be booked in each.'),
    })
    .optional()
    .describe('Without it the service takes no appointments.'),
  issuingWindowIds: z
    .array(WindowId)
    .default([])
    .describe(
      'Windows that hand out what was accepted at another: the ticket goes on there when the papers have come.',
    ),
})
export type SiteService = z.infer<typeof SiteService>

export const SiteWindow = z.object({
  windowId: WindowId,
  label: z.string().min(1).describe('What is written above the window, such as 3.'),
  place: FloorPoint.describe('Its middle on the floor, in metres.'),
  serviceIds: z.array(ServiceId).min(1).describe('All it can do; it opens with these unless told otherwise.'),
  helpIds: z
    .array(ServiceId)
    .default([])
    .describe('Of these, the ones it only helps with, when its own visitors need it less.'),
  tidal: z.boolean().default(false).describe('Opened for a rush, by advice or by the hall itself.'),
  breaks: z.array(Span).default([]).describe('When its clerk is away on an ordinary day.'),
  nodeId: RouteNodeId.optional().describe('Where a robot stops for this window; without it no papers can be sent.'),
})
export type SiteWindow = z.infer<typeof SiteWindow>

export const SitePlace = z.object({
  placeId: PlaceId,
  names: Names,
  kind: z.enum(['backOffice', 'shelf', 'guideDesk']),
  place: FloorPoint,
  nodeId: RouteNodeId,
})
export type SitePlace = z.infer<typeof SitePlace>

export const SiteZone = z.object({
  zoneId: ZoneId,
  names: Names,
  kind: z.enum(['seats', 'entrance', 'desk']).describe('Long waits are looked for where the kind is seats.'),
  floorId: Floor.shape.floorId,
  outline: Polygon.describe('On the floor, in metres.'),
  crowdedAt: z.int().positive().optional().describe('With so many people in it, it is too full.'),
  heardApart: z
    .boolean()
    .optional()
    .describe('Nobody elsewhere on its floor hears its loudspeakers, so it says the calls while others may speak.'),
})
export type SiteZone = z.infer<typeof SiteZone>

export const SiteShape = z.object({
  hallId: HallId,
  names: Names,
  timeZone: z
    .string()
    .refine(isTimeZone, {
      message: 'an IANA time zone such as Asia/Shanghai',
      params: { flaw: 'timeZone' } satisfies Flawed,
    })
    .describe('The service day begins at midnight there.'),
  hours: OpeningHours,
  queue: QueueRules.prefault({}),
  fleet: FleetRules.prefault({}),
  vision: VisionRules.prefault({}),
  care: CareRules.prefault({}),
  interfaceName: z
    .string()
    .regex(/^[A-Za-z0-9_-]+$/)
    .default('uagv')
    .describe('First level of every VDA 5050 topic.'),
  floors: z.array(Floor).min(1),
  services: z.array(SiteService).min(1),
  themes: z.array(SiteTheme).default([]).describe('Visits for several services at once, as the kiosk offers them.'),
  windows: z.array(SiteWindow).min(1),
  zones: z.array(SiteZone).default([]),
  places: z.array(SitePlace).default([]),
  printers: z.array(SitePrinter).default([]),
  kiosks: z.array(SiteKiosk).default([]).describe('Those that print; any other works without being named here.'),
  phoneUrl: z
    .url({ protocol: /^https?$/ })
    .optional()
    .describe("Where visitors' phones reach this hall, such as https://hall.example; slips carry a code of it."),
  cameras: z.array(SiteCamera).default([]),
  routeNodes: z.array(RouteNode).default([]),
  routeEdges: z.array(RouteEdge).default([]),
  lifts: z.array(Lift).default([]),
  doors: z.array(Door).default([]),
  chargers: z.array(Charger).default([]),
  robots: z.array(SiteRobot).default([]),
})
export type Site = z.infer<typeof SiteShape>

function isTimeZone(name: string): boolean {
  try {
    return Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== ''
  } catch {
    return false
  }
}
