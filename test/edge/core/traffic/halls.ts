/** Small maps to drive on: drawn as text, or the hall of the demo. */
import { readFileSync } from 'node:fs'
import { RobotId, RouteNodeId } from '#contracts/ids.ts'
import { SiteFile } from '#contracts/siteChecks.ts'
import { RouteEdge, RouteNode } from '#contracts/siteFloors.ts'
import { type RouteMap, routeMapOf } from '#edge/core/traffic/routeMap.ts'

export const node = (nodeId: string): RouteNodeId => RouteNodeId.parse(nodeId)
export const robot = (robotId: string): RobotId => RobotId.parse(robotId)

interface Place {
  x: number
  y: number
  floor: number
  lift: boolean
}

const nameOf = ({ x, y, floor }: Omit<Place, 'lift'>): string => (floor === 0 ? `${x}-${y}` : `${x}-${y}.${floor}`)

const placesOf = (lines: readonly string[], floor: number): Place[] =>
  lines.flatMap((line, y) =>
    [...line].flatMap((mark, x) => (mark === '#' ? [] : [{ x, y, floor, lift: mark === 'L' }])),
  )

/**
 * Floors of places two metres apart: `#` is a wall, `L` the cabin of the one lift, anything else free. The place in
 * column x of row y is node `x-y`, with `.1` behind it on the second floor and so on.
 */
export const mapOfFloors = (...floors: (readonly string[])[]): RouteMap => {
  const places = floors.flatMap(placesOf)
  const names = new Set(places.map(nameOf))
  const cabins = places.filter(({ lift }) => lift)
  const beside = ({ x, y, floor }: Place): Omit<Place, 'lift'>[] => [
    { x: x + 1, y, floor },
    { x, y: y + 1, floor },
  ]
  const edges = places.flatMap((place) => beside(place).map((other) => ({ from: nameOf(place), to: nameOf(other) })))
  const rides = cabins.flatMap((cabin, i) => cabins.slice(i + 1).map((to) => ({ from: nameOf(cabin), to: nameOf(to) })))
  return routeMapOf({
    routeNodes: places.map((place) =>
      RouteNode.parse({
        nodeId: nameOf(place),
        place: { floorId: `F${place.floor}`, x: 2 * place.x, y: 2 * place.y },
        ...(place.lift && { liftId: 'L1' }),
      }),
    ),
    routeEdges: [...edges, ...rides].filter(({ to }) => names.has(to)).map((edge) => RouteEdge.parse(edge)),
  })
}

/** One floor. */
export const mapOfText = (...lines: string[]): RouteMap => mapOfFloors(lines)

/** The demo's hall: two floors with a lift, lines of windows with loops, docks as leaves. */
export const districtMap = (): RouteMap =>
  routeMapOf(SiteFile.parse(JSON.parse(readFileSync('edge/sites/district.json', 'utf8'))))
