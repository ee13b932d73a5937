/** Signed distances to a body made of rounded solids: negative inside, metres outside. */
import { lengthOf, type Vector } from './vectors.ts'

export type Material = 'skin' | 'hair' | 'top' | 'bottom' | 'shoe' | 'eye' | 'lip' | 'bag' | 'chair'

interface Solid {
  material: Material
  /** Over how many metres it melts into its group. */
  melt: number
}
export interface Limb extends Solid {
  shape: 'limb'
  from: Vector
  to: Vector
  fromRadius: number
  toRadius: number
}
export interface Ball extends Solid {
  shape: 'ball'
  centre: Vector
  radii: Vector
}
export interface Block extends Solid {
  shape: 'block'
  centre: Vector
  halfSize: Vector
  rounding: number
}
export type Part = Limb | Ball | Block

/** Parts that melt into one surface, and the sphere that holds them all. */
export interface Group {
  parts: Part[]
  centre: Vector
  radius: number
}
export type Body = Group[]

export const distanceTo = (body: Body, point: Vector): number => {
  let nearest = Number.POSITIVE_INFINITY
  for (const group of body)
    if (distanceToSphere(group, point) < nearest) nearest = Math.min(nearest, distanceToGroup(group, point))
  return nearest
}

/** What the surface nearest to the point is made of. */
export const materialAt = (body: Body, point: Vector): Material => {
  let nearest = Number.POSITIVE_INFINITY
  let material: Material = 'skin'
  for (const { parts } of body)
    for (const part of parts) {
      const distance = distanceToPart(part, point)
      if (distance >= nearest) continue
      nearest = distance
      material = part.material
    }
  return material
}

/** The groups that a ray with this unit direction may touch. */
export const groupsOnRay = (body: Body, origin: Vector, direction: Vector): Body =>
  body.filter(({ centre, radius }) => {
    const [x, y, z] = [centre[0] - origin[0], centre[1] - origin[1], centre[2] - origin[2]]
    const ahead = x * direction[0] + y * direction[1] + z * direction[2]
    return x * x + y * y + z * z - ahead * ahead < radius * radius
  })

const distanceToSphere = ({ centre, radius }: Group, point: Vector): number =>
  Math.hypot(point[0] - centre[0], point[1] - centre[1], point[2] - centre[2]) - radius

const distanceToGroup = ({ parts }: Group, point: Vector): number => {
  let joined = Number.POSITIVE_INFINITY
  for (const part of parts) joined = melted(joined, distanceToPart(part, point), part.melt)
  return joined
}

/** Smooth minimum: a parabola rounds off the crease within `melt`. */
const melted = (a: number, b: number, melt: number): number => {
  const overlap = Math.max(0, 1 - Math.abs(a - b) / melt)
  return Math.min(a, b) - 0.25 * melt * overlap * overlap
}

const distanceToPart = (part: Part, point: Vector): number => {
  switch (part.shape) {
    case 'limb':
      return distanceToLimb(part, point)
    case 'ball':
      return distanceToBall(part, point)
    case 'block':
      return distanceToBlock(part, point)
  }
}

const distanceToLimb = ({ from, to, fromRadius, toRadius }: Limb, point: Vector): number => {
  const [bx, by, bz] = [to[0] - from[0], to[1] - from[1], to[2] - from[2]]
  const [px, py, pz] = [point[0] - from[0], point[1] - from[1], point[2] - from[2]]
  const share = Math.min(1, Math.max(0, (px * bx + py * by + pz * bz) / (bx * bx + by * by + bz * bz)))
  const [dx, dy, dz] = [px - bx * share, py - by * share, pz - bz * share]
  return Math.sqrt(dx * dx + dy * dy + dz * dz) - (fromRadius + (toRadius - fromRadius) * share)
}

/** Near an ellipsoid the distance is close to f / |grad f| with f = |p / radii| - 1, scaled; exact on its surface. */
const distanceToBall = ({ centre, radii }: Ball, point: Vector): number => {
  const [x, y, z] = [point[0] - centre[0], point[1] - centre[1], point[2] - centre[2]]
  const [u, v, w] = [x / radii[0], y / radii[1], z / radii[2]]
  const stretched = Math.sqrt(u * u + v * v + w * w)
  const slope = Math.sqrt((u / radii[0]) ** 2 + (v / radii[1]) ** 2 + (w / radii[2]) ** 2)
  return slope < 1e-9 ? -Math.min(radii[0], radii[1], radii[2]) : (stretched * (stretched - 1)) / slope
}

const distanceToBlock = ({ centre, halfSize, rounding }: Block, point: Vector): number => {
  const x = Math.abs(point[0] - centre[0]) - halfSize[0] + rounding
  const y = Math.abs(point[1] - centre[1]) - halfSize[1] + rounding
  const z = Math.abs(point[2] - centre[2]) - halfSize[2] + rounding
  const outside = lengthOf([Math.max(x, 0), Math.max(y, 0), Math.max(z, 0)])
  return outside + Math.min(Math.max(x, y, z), 0) - rounding
}
