/** What is written at the zones of a floor, and where: the name and how many are there, below it how long and in what queue. */
import type { Site, SiteZone } from '#contracts/site.ts'
import type { Floor } from '#contracts/siteFloors.ts'
import type { Readings } from '../parts/cameraSight.ts'
import type { CameraWords } from '../words/cameras/zh.ts'
import { type Box, labelWidth } from './robotLabels.ts'
import { boundsOf, drawnAt } from './scale.ts'
import { type ZoneSight, zoneSight } from './zoneSight.ts'

/** Height of a line, in design pixels; shorter stays are not worth a line. */
export const LINE = 30
const WORTH_MINUTES = 1

export interface ZoneNote {
  readonly zone: SiteZone
  readonly sight: ZoneSight
  /** The lines below the first. */
  readonly more: readonly string[]
  readonly box: Box
}

const moreOf = (sight: ZoneSight, words: CameraWords): string[] => {
  if (!('people' in sight)) return []
  const { longestStayMinutes, queue } = sight
  const metres = queue?.metres === undefined ? undefined : Math.round(queue.metres)
  return [
    ...(longestStayMinutes >= WORTH_MINUTES ? [words.longest(Math.floor(longestStayMinutes))] : []),
    ...(queue && queue.people > 0 ? [words.queue(queue.people, metres)] : []),
  ]
}

interface Noting {
  readonly floor: Floor
  readonly scale: number
  readonly readings: Readings
  readonly now: number
  readonly words: CameraWords
  /** What is written in the first line. */
  readonly firstLine: (zone: SiteZone, sight: ZoneSight) => string
}

/** The first line lies in its zone; the others below it, as far as the floor reaches. */
export const zoneNotes = (site: Site, { floor, scale, readings, now, words, firstLine }: Noting): ZoneNote[] => {
  const draw = drawnAt(floor, scale)
  return site.zones
    .filter(({ floorId }) => floorId === floor.floorId)
    .map((zone) => {
      const sight = zoneSight(zone, site, readings, now)
      const { left, top } = boundsOf(zone.outline)
      const corner = draw({ x: left, y: top })
      const more = moreOf(sight, words)
      const below = Math.min(more.length, Math.floor((floor.depth * scale - corner.y) / LINE))
      const height = (more.length + 1) * LINE
      const width = Math.max(...[firstLine(zone, sight), ...more].map(labelWidth))
      const y = corner.y - (more.length + 1 - below) * LINE + height / 2
      return { zone, sight, more, box: { x: corner.x + width / 2, y, width, height } }
    })
}
