/** From an image to the floor: the homography through four places that are known in both. Also loaded by browsers. */
import type { Point } from './places.ts'
import type { FloorMatch } from './siteCameras.ts'

/** Below this a pivot is nothing: the places lie in one line. Pixels are scaled to about 1 before. */
const FLAT = 1e-9
/** Below this a pixel is on the horizon. */
const HORIZON = 1e-12

/** Image pixels to floor metres: 3 × 3, row by row. */
export type Homography = readonly number[]

/**
 * Image pixels to floor metres, 3 × 3, row by row, the last element 1; undefined when three of the four places lie in one
 * line. Direct linear transform (Hartley & Zisserman, Multiple View Geometry, 4.1).
 */
export const homographyThrough = (matches: readonly FloorMatch[]): Homography | undefined => {
  const size = Math.max(1, ...matches.flatMap(({ pixel }) => [Math.abs(pixel.x), Math.abs(pixel.y)]))
  const rows = matches.flatMap(({ pixel, floor }) => {
    const [x, y] = [pixel.x / size, pixel.y / size]
    return [
      [x, y, 1, 0, 0, 0, -x * floor.x, -y * floor.x, floor.x],
      [0, 0, 0, x, y, 1, -x * floor.y, -y * floor.y, floor.y],
    ]
  })
  const solution = solved(rows)
  if (!solution) return undefined
  const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0] = solution
  const found = [a / size, b / size, c, d / size, e / size, f, g / size, h / size, 1]
  return found.every(Number.isFinite) ? found : undefined
}

const cell = (rows: readonly (readonly number[])[], row: number, column: number): number => rows[row]?.[column] ?? 0

/** Gauss–Jordan on n rows of n coefficients and a right side; undefined when they do not determine one solution. */
const solved = (equations: readonly (readonly number[])[]): number[] | undefined => {
  let rows = equations.map((row) => [...row])
  for (let pivot = 0; pivot < rows.length; pivot++) {
    const best = rows.reduce((top, _, row) => {
      const isBetter = row > pivot && Math.abs(cell(rows, row, pivot)) > Math.abs(cell(rows, top, pivot))
      return isBetter ? row : top
    }, pivot)
    const scale = cell(rows, best, pivot)
    if (Math.abs(scale) < FLAT) return undefined
    const lead = (rows[best] ?? []).map((value) => value / scale)
    const others = rows.with(best, rows[pivot] ?? []).with(pivot, lead)
    rows = others.map((row, at) => {
      const share = row[pivot] ?? 0
      return at === pivot ? lead : row.map((value, column) => value - share * (lead[column] ?? 0))
    })
  }
  return rows.map((row) => row.at(-1) ?? 0)
}

/** The place that a pixel shows, in metres; undefined on the horizon, where there is none. */
export const placeThrough = (homography: Homography, { x, y }: Point): Point | undefined => {
  const [a = 1, b = 0, c = 0, d = 0, e = 1, f = 0, g = 0, h = 0, i = 1] = homography
  const depth = g * x + h * y + i
  if (Math.abs(depth) < HORIZON) return undefined
  return { x: (a * x + b * y + c) / depth, y: (d * x + e * y + f) / depth }
}
