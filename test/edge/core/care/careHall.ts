/** A hall of two floors and three zones with seats, each before a camera, and short ways to say what happens in it. */
import type { Card, StaffRole } from '#contracts/cards.ts'
import { MINUTE, SECOND } from '#contracts/durations.ts'
import type { EventOf, HallEvent } from '#contracts/facts.ts'
import { CameraId, CardId, RobotId, StaffId, StayId, ZoneId } from '#contracts/ids.ts'
import type { Site } from '#contracts/site.ts'
import { SiteFile } from '#contracts/siteChecks.ts'
import { smallSite } from '#test/support/smallSite.ts'
import { type Story, storyOf } from '#test/support/story.ts'

const square = (x: number, y: number) => [
  { x, y },
  { x: x + 4, y },
  { x: x + 4, y: y + 4 },
  { x, y: y + 4 },
]

/** Z1 and Z2 lie 20 m apart, Z3 one floor above Z1. C1 looks at Z1, C2 at Z2, C3 at Z3. */
export const careSite = (care: object = {}): Site => {
  const site = smallSite()
  const [floor] = site.floors
  const [camera] = site.cameras
  const [zone] = site.zones
  const zones = [
    { ...zone, zoneId: 'Z1', outline: square(0, 0) },
    { ...zone, zoneId: 'Z2', outline: square(20, 0) },
    { ...zone, zoneId: 'Z3', floorId: 'F2', outline: square(0, 0) },
  ]
  const cameraOf = (n: number) => ({
    ...camera,
    cameraId: `C${n}`,
    floorId: n === 3 ? 'F2' : 'F1',
    zones: camera?.zones.map((drawn) => ({ ...drawn, zoneId: `Z${n}` })),
  })
  return SiteFile.parse({
    ...site,
    floors: [floor, { ...floor, floorId: 'F2', level: 1 }],
    zones,
    cameras: [1, 2, 3].map(cameraOf),
    care,
  })
}

export const K1 = CardId.parse('K0001')
export const K2 = CardId.parse('K0002')
export const staffId = (id: string) => StaffId.parse(id)
export const zoneId = (id: string) => ZoneId.parse(id)
const cameraOf = (zone: string) => CameraId.parse(zone.replace('Z', 'C'))

export interface CareStory extends Story {
  /** One tick a second; what came of them. */
  seconds(count: number): HallEvent[]
  /** Somebody sits in the zone for too long, and leaves. */
  stays(zone: string, nth?: number): HallEvent[]
  leaves(zone: string, nth?: number): HallEvent[]
  crowds(zone: string, people?: number): HallEvent[]
  blind(zone: string, isBlind?: boolean): HallEvent[]
  asks(robot?: string): HallEvent[]
  onDuty(id: string, role?: StaffRole, zone?: string): HallEvent[]
  card(id?: CardId): Card
}

export const careStory = (care: object = {}): CareStory => {
  const story = storyOf(careSite(care))
  const stay = (zone: string, nth: number) => StayId.parse(`${cameraOf(zone)}-${nth}`)
  const verbs = {
    seconds: (count: number) => Array.from({ length: count }, () => story.does({ type: 'tick' })).flat(),
    stays: (zone: string, nth = 1) =>
      story.does({
        type: 'reportLongStay',
        cameraId: cameraOf(zone),
        zoneId: zoneId(zone),
        stayId: stay(zone, nth),
        since: story.at - 15 * MINUTE,
        seenAt: story.at,
      }),
    leaves: (zone: string, nth = 1) =>
      story.does({ type: 'reportStayOver', cameraId: cameraOf(zone), stayId: stay(zone, nth) }),
    crowds: (zone: string, people = 60) =>
      story.does({
        type: 'reportCrowding',
        zoneId: zoneId(zone),
        since: story.at,
        ...(people > 0 && { people }),
      }),
    blind: (zone: string, isBlind = true) =>
      story.does({
        type: 'reportCamera',
        cameraId: cameraOf(zone),
        since: story.at,
        ...(isBlind && { problem: 'covered' as const }),
      }),
    asks: (robot = 'R1') => story.does({ type: 'askForPerson', robotId: RobotId.parse(robot), language: 'en' }),
    onDuty: (id: string, role: StaffRole = 'guide', zone = 'Z1') =>
      story.does({ type: 'beginDuty', staffId: staffId(id), role, zoneId: zoneId(zone) }),
    card: (id: CardId = K1) => {
      const card = story.hall.cards.get(id)
      if (!card) throw new Error(`no card ${id}`)
      return card
    },
  }
  return Object.defineProperties(verbs, Object.getOwnPropertyDescriptors(story)) as CareStory
}

/** To whom it buzzed, in turn. */
export const buzzesIn = (events: readonly HallEvent[]): string[][] =>
  events.filter((event): event is EventOf<'cardSent'> => event.type === 'cardSent').map(({ to }) => to)

export const typesIn = (events: readonly HallEvent[]): string[] => events.map(({ type }) => type)

/** The half minute in which a card gathers, and the second in which it is found. */
export const GATHERED = 31
export const seconds = (count: number) => count * SECOND
