/** Builds the body of a look in a pose, and the chair under it, from limbs, balls and blocks. */
import type { Body, Group, Material, Part } from './distances.ts'
import type { Look } from './looks.ts'
import { type Limbs, type Pose, type Skeleton, skeletonOf } from './poses.ts'
import { between, lengthOf, plus, times, type Vector } from './vectors.ts'

/** The figure stands `FIGURE_HEIGHT` tall; looks of another height are scaled when drawn. */
export const FIGURE_HEIGHT = 1.755

export const bodyOf = (look: Look, pose: Pose): Body => {
  const skeleton = skeletonOf(pose, look.girth)
  const seated = pose.stance === 'sit'
  const groups = [
    upperClothes(look, skeleton, seated),
    hands(look, skeleton),
    legs(look, skeleton, seated),
    shoes(skeleton),
    head(skeleton),
    ...face(skeleton),
    hair(look, skeleton),
  ]
  return (look.bag ? [...groups, bag(look, skeleton, seated)] : groups).map(grouped)
}

export const chair = (): Body => [
  grouped([
    block([0, 0.4, 0.1], [0.23, 0.03, 0.24], 'chair'),
    block([0, 0.68, -0.17], [0.22, 0.24, 0.02], 'chair'),
    ...[-0.2, 0.2].flatMap((x) => [-0.12, 0.3].map((z) => block([x, 0.19, z], [0.015, 0.19, 0.015], 'chair'))),
  ]),
]

const upperClothes = (look: Look, { pelvis, chest, left, right }: Skeleton, seated: boolean): Part[] => {
  const { girth } = look
  const parts = [
    ball(plus(chest, [0, 0.03, 0]), [0.178 * girth, 0.2, 0.115 * girth], 'top', 0.07),
    ball(between(pelvis, chest, 0.45), [0.15 * girth, 0.17, 0.108 * girth], 'top', 0.08),
    ball(plus(pelvis, [0, 0.03, 0]), [0.165 * girth, 0.12, 0.118 * girth], seated ? 'bottom' : 'top', 0.06),
    ...[left, right].map((side) => limb(plus(chest, [0, 0.15, 0]), side.shoulder, 0.075, 0.062, 'top', 0.06)),
    ...[left, right].map((side) => limb(side.shoulder, side.elbow, 0.06 * girth, 0.047 * girth, 'top', 0.035)),
  ]
  if (look.longSleeves)
    for (const side of [left, right]) parts.push(limb(side.elbow, side.wrist, 0.047 * girth, 0.038, 'top', 0.02))
  if (look.coat && !seated)
    parts.push(limb(plus(pelvis, [0, 0.05, 0]), plus(pelvis, [0, -0.22, 0]), 0.155 * girth, 0.19 * girth, 'top', 0.05))
  return parts
}

const hands = (look: Look, { left, right }: Skeleton): Part[] =>
  [left, right].flatMap((side) => {
    const hand = ball(side.hand, [0.036, 0.07, 0.042], 'skin', 0.02)
    return look.longSleeves ? [hand] : [limb(side.elbow, side.wrist, 0.041, 0.03, 'skin', 0.02), hand]
  })

const legs = (look: Look, { pelvis, left, right }: Skeleton, seated: boolean): Part[] => {
  const { girth, skirt } = look
  const material = skirt ? 'skin' : 'bottom'
  const width = skirt ? 0.85 : 1.03
  const leg = ({ hip, knee, ankle }: Limbs) => [
    limb(hip, knee, 0.097 * girth, 0.066 * width, material, 0.05),
    limb(knee, ankle, 0.064 * width, skirt ? 0.037 : 0.055, material, 0.03),
  ]
  const parts = [...leg(left), ...leg(right)]
  parts.push(ball(plus(pelvis, [0, -0.03, 0]), [0.168 * girth, 0.13, 0.122 * girth], 'bottom', 0.05))
  if (skirt && !seated)
    parts.push(limb(plus(pelvis, [0, 0.02, 0]), plus(pelvis, [0, -0.38, 0]), 0.13 * girth, 0.2, 'bottom', 0.04))
  return parts
}

const shoes = ({ left, right }: Skeleton): Part[] =>
  [left, right].map(({ ankle, toe }) => limb(plus(ankle, [0, -0.035, -0.03]), toe, 0.05, 0.042, 'shoe', 0.02))

const head = ({ neck, head: centre }: Skeleton): Part[] => [
  limb(plus(neck, [0, -0.06, 0]), plus(neck, [0, 0.09, 0.012]), 0.058, 0.05, 'skin', 0.03),
  ball(centre, [0.077, 0.112, 0.095], 'skin', 0.03),
  ball(plus(centre, [0, -0.06, 0.025]), [0.058, 0.06, 0.066], 'skin', 0.04),
  ball(plus(centre, [0, -0.015, 0.1]), [0.014, 0.026, 0.02], 'skin', 0.015),
  ...[-0.08, 0.08].map((x) => ball(plus(centre, [x, -0.005, 0]), [0.012, 0.028, 0.02], 'skin', 0.01)),
]

/** Eyes, brows and a mouth: enough that a head has a front. */
const face = ({ head: centre }: Skeleton): Part[][] => [
  [-0.03, 0.03].map((x) => ball(plus(centre, [x, 0.018, 0.088]), [0.013, 0.009, 0.012], 'eye', 0.001)),
  [-0.031, 0.031].map((x) => ball(plus(centre, [x, 0.038, 0.088]), [0.02, 0.005, 0.012], 'hair', 0.001)),
  [ball(plus(centre, [0, -0.062, 0.085]), [0.024, 0.008, 0.012], 'lip', 0.001)],
]

const hair = (look: Look, { head: centre }: Skeleton): Part[] => {
  const parts = [
    ball(plus(centre, [0, 0.035, -0.018]), [0.088, 0.1, 0.1], 'hair', 0.02),
    ball(plus(centre, [0, -0.01, -0.045]), [0.084, 0.1, 0.072], 'hair', 0.03),
  ]
  if (!look.longHair) return parts
  return [
    ...parts,
    ball(plus(centre, [0, -0.1, -0.055]), [0.088, 0.15, 0.055], 'hair', 0.05),
    ...[-0.066, 0.066].map((x) => ball(plus(centre, [x, -0.07, -0.005]), [0.03, 0.12, 0.05], 'hair', 0.03)),
  ]
}

/** On the lap of who sits, at the left hip of who stands. */
const bag = ({ girth }: Look, { pelvis }: Skeleton, seated: boolean): Part[] => [
  seated
    ? block([0, 0.56, 0.28], [0.13, 0.08, 0.06], 'bag')
    : block(plus(pelvis, [0.24 * girth, -0.12, -0.02]), [0.05, 0.12, 0.14], 'bag'),
]

const limb = (
  from: Vector,
  to: Vector,
  fromRadius: number,
  toRadius: number,
  material: Material,
  melt: number,
): Part => ({
  shape: 'limb',
  from,
  to,
  fromRadius,
  toRadius,
  material,
  melt,
})

const ball = (centre: Vector, radii: Vector, material: Material, melt: number): Part => ({
  shape: 'ball',
  centre,
  radii,
  material,
  melt,
})

const block = (centre: Vector, halfSize: Vector, material: Material): Part => ({
  shape: 'block',
  centre,
  halfSize,
  rounding: 0.01,
  material,
  melt: 0.005,
})

/** With the sphere around the middle of its parts; a surface swells where parts melt together. */
const grouped = (parts: Part[]): Group => {
  const spheres = parts.map(sphereOf)
  const centre = times(spheres.map((sphere) => sphere.centre).reduce(plus), 1 / spheres.length)
  const reach = spheres.map((sphere) => lengthOf(plus(sphere.centre, times(centre, -1))) + sphere.radius)
  const swelling = Math.max(...parts.map((part) => part.melt)) / 2
  return { parts, centre, radius: Math.max(...reach) + swelling }
}

const sphereOf = (part: Part): { centre: Vector; radius: number } => {
  switch (part.shape) {
    case 'limb': {
      const halfLength = lengthOf(plus(part.to, times(part.from, -1))) / 2
      return {
        centre: between(part.from, part.to, 0.5),
        radius: halfLength + Math.max(part.fromRadius, part.toRadius),
      }
    }
    case 'ball':
      return { centre: part.centre, radius: Math.max(...part.radii) }
    case 'block':
      return { centre: part.centre, radius: lengthOf(part.halfSize) }
  }
}
