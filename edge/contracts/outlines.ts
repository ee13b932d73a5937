/** What may be drawn on a camera's picture: outlines and lines that stay in it, and do not cross themselves. */
import type { Point, Polygon } from './places.ts'
import type { CameraSetup } from './siteCameras.ts'

type Drawn = Pick<CameraSetup, 'width' | 'height' | 'zones' | 'masks'>
type Edge = readonly [from: Point, to: Point]

export interface WrongOutline {
  of: 'zone' | 'mask' | 'queueLine'
  index: number
}

/** The first that leaves the picture, crosses itself or is of a zone that is drawn already; undefined when all is well. */
export const wrongOutlineOf = ({ width, height, zones, masks }: Drawn): WrongOutline | undefined => {
  const isPictured = ({ x, y }: Point) => x >= 0 && y >= 0 && x <= width && y <= height
  const isWrong = (outline: Polygon) => !outline.every(isPictured) || !isSimple(outline)
  const first = (of: WrongOutline['of'], index: number) => (index < 0 ? undefined : { of, index })
  const isAgain = (zoneId: string, index: number) => zones.findIndex((zone) => zone.zoneId === zoneId) < index
  return (
    first(
      'zone',
      zones.findIndex(({ zoneId, outline }, index) => isWrong(outline) || isAgain(zoneId, index)),
    ) ??
    first(
      'queueLine',
      zones.findIndex(({ queueLine = [] }) => !queueLine.every(isPictured)),
    ) ??
    first('mask', masks.findIndex(isWrong))
  )
}

/** Twice the area of the triangle; positive when it turns one way, negative the other, 0 in line. */
const turn = (a: Point, b: Point, c: Point): number => (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x)

/** Three corners at least, none twice in a row, and no two edges share a point but where one follows the other. */
const isSimple = (outline: Polygon): boolean => {
  const corners = outline.filter((corner, i) => !isSame(corner, outline.at(i - 1)))
  const edges = corners.map((corner, i): Edge => [corners.at(i - 1) ?? corner, corner])
  return (
    corners.length >= 3 &&
    edges.every((edge, i) =>
      edges.slice(i + 1).every((other, gap) => {
        if (gap === 0) return !isBackOn(edge, other)
        return gap === edges.length - 2 ? !isBackOn(other, edge) : !isMeeting(edge, other)
      }),
    )
  )
}

const isSame = (a: Point, b: Point | undefined): boolean => a.x === b?.x && a.y === b.y

/** Whether the edge that follows runs back over the one before. */
const isBackOn = ([a, b]: Edge, [, c]: Edge): boolean =>
  turn(a, b, c) === 0 && (b.x - a.x) * (c.x - b.x) + (b.y - a.y) * (c.y - b.y) < 0

const isMeeting = ([a, b]: Edge, [c, d]: Edge): boolean => {
  const [c1, d1, a1, b1] = [turn(a, b, c), turn(a, b, d), turn(c, d, a), turn(c, d, b)]
  if (Math.sign(c1) * Math.sign(d1) < 0 && Math.sign(a1) * Math.sign(b1) < 0) return true
  return isOn(c1, c, [a, b]) || isOn(d1, d, [a, b]) || isOn(a1, a, [c, d]) || isOn(b1, b, [c, d])
}

const isOn = (turned: number, { x, y }: Point, [a, b]: Edge): boolean =>
  turned === 0 &&
  x >= Math.min(a.x, b.x) &&
  x <= Math.max(a.x, b.x) &&
  y >= Math.min(a.y, b.y) &&
  y <= Math.max(a.y, b.y)
