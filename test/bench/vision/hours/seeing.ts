/** What the detector makes of the simulated hall: boxes that tremble, flicker, fade behind others, and are not always people. */
import { SECOND } from '#contracts/durations.ts'
import type { Instant } from '#contracts/time.ts'
import { withoutDoubles } from '#edge/core/crowd/detecting.ts'
import type { Box } from '#edge/core/crowd/geometry.ts'
import { FOCAL, FRAME, type Spot, toPixel } from '#simulators/camera/lens.ts'
import { createDice, type Dice } from '#simulators/random.ts'
import { type Actor, type Pose, poseAt } from './itineraries.ts'

/** Somebody or something in the picture, with its true box. */
export interface Body {
  readonly actor: Actor
  readonly pose: Pose
  readonly box: Box
  /** 0..1. */
  readonly visible: number
}

/** Metres. */
const SIZES = {
  sit: { width: 0.62, height: 1.25 },
  stand: { width: 0.55, height: 1.68 },
  walk: { width: 0.6, height: 1.68 },
}
/** A trolley with boxes on it. */
const SCREEN = { width: 0.9, height: 1.6 }

/**
 * From a trial with CenterNet (models/person.json) on 1,000 frames of simulators/camera with their truth: mean and deviation
 * of the score over people in full view, and how it trembles from frame to frame; deviations of the box from the truth, in
 * box heights: of the posture, and from frame to frame.
 */
const SCORES = { sit: [0.48, 0.065], stand: [0.39, 0.085], walk: [0.46, 0.04] } as const
const SCORE_TREMBLES = { sit: 0.025, stand: 0.025, walk: 0.11 }
/** Of somebody who walks beyond 5 m, for each metre more. */
const SCORE_FADES = 0.042
const OFFSETS = { middle: 0.014, top: 0.025, foot: 0.02, width: 0.022 }
const TREMBLES = { middle: 0.002, top: 0.008, foot: 0.006, width: 0.005 }
/** Of somebody who walks, and of somebody of whom less than half can be seen, edges tremble by so much more. */
const UNSTEADY = { walk: 6, hidden: 3 }
/** Of a chance frame: a doubled person, faint; and a sure box around nothing. */
const DOUBLED = 0.03
const FALSE_AND_SURE = 0.008
/** Chairs and plants that are faintly seen as people, about half of the time. */
const FAINT_THINGS = 4

const boxAt = ({ x, z }: Spot, { width, height }: { width: number; height: number }): Box => {
  const foot = toPixel({ x, z })
  const half = (FOCAL * width) / toPixel({ x, z }, height / 2).depth / 2
  return { x1: foot.x - half, y1: toPixel({ x, z }, height).y, x2: foot.x + half, y2: foot.y, score: 1 }
}

const ACROSS = 5
const DOWN = 8

/** Share of the box that no nearer body covers; bodies are not as wide as their boxes. */
const visibleOf = (box: Box, nearer: readonly Box[]): number => {
  const hiding = nearer.filter(
    (other) => other.x1 < box.x2 && other.x2 > box.x1 && other.y1 < box.y2 && other.y2 > box.y1,
  )
  if (hiding.length === 0) return 1
  let seen = 0
  for (let i = 0; i < ACROSS * DOWN; i++) {
    const x = box.x1 + ((box.x2 - box.x1) * ((i % ACROSS) + 0.5)) / ACROSS
    const y = box.y1 + ((box.y2 - box.y1) * (Math.floor(i / ACROSS) + 0.5)) / DOWN
    const isHidden = hiding.some(({ x1, y1, x2, y2 }) => {
      const slack = 0.12 * (x2 - x1)
      return x > x1 + slack && x < x2 - slack && y > y1 && y < y2
    })
    if (!isHidden) seen++
  }
  return seen / (ACROSS * DOWN)
}

const inFrame = ({ x1, x2, y1 }: Box): boolean => x2 > 15 && x1 < FRAME.width - 15 && y1 < FRAME.height - 60

export const bodiesAt = (actors: readonly Actor[], at: Instant): Body[] => {
  const posed = actors
    .flatMap((actor) => {
      const pose = poseAt(actor, at)
      return pose ? [{ actor, pose, box: boxAt(pose, actor.kind === 'screen' ? SCREEN : SIZES[pose.stance]) }] : []
    })
    .filter(({ box }) => inFrame(box))
    .sort((a, b) => a.pose.z - b.pose.z)
  return posed.map((body, i) => ({
    ...body,
    visible: visibleOf(
      body.box,
      posed.slice(0, i).map(({ box }) => box),
    ),
  }))
}

/** Of a sitter the upper half is enough; somebody who walks is lost sooner. */
const clarityOf = ({ pose: { stance }, visible }: Body): number =>
  stance === 'walk' ? Math.min(1, visible / 0.95) ** 2 : Math.min(1, Math.max(0, visible - 0.12) / 0.4)

const sightOf = (body: Body, at: Instant, dice: Dice): Box[] => {
  const { actor, pose, box, visible } = body
  if (actor.kind === 'screen') return []
  const own = createDice(actor.actorId, 11)
  const [mean, deviation] = SCORES[pose.stance]
  const usual = actor.kind === 'thing' ? own.uniform(0.33, 0.5) : Math.max(0.2, own.normal(mean, deviation))
  const presence = own.chance(0.15) ? own.uniform(0.6, 0.95) : 1
  const wave = 0.03 * Math.sin(at / (own.uniform(5, 20) * SECOND))
  const fades = pose.stance === 'walk' ? SCORE_FADES * Math.min(5, Math.max(0, pose.z - 5)) : 0
  const score = (usual - fades) * clarityOf(body) + wave + dice.normal(0, SCORE_TREMBLES[pose.stance])
  if (score < 0.1 || !dice.chance(presence)) return []
  const height = box.y2 - box.y1
  const posture = createDice(actor.actorId, pose.posture, 13)
  const unsteady = pose.stance === 'walk' ? UNSTEADY.walk : visible < 0.5 ? UNSTEADY.hidden : 1
  const off = (what: keyof typeof OFFSETS): number =>
    height * (posture.normal(0, OFFSETS[what]) + dice.normal(0, TREMBLES[what] * unsteady))
  const [aside, wider] = [off('middle'), off('width') / 2]
  const seen = {
    x1: box.x1 + aside - wider,
    y1: box.y1 + off('top') + 0.1 * (1 - visible) * height,
    x2: box.x2 + aside + wider,
    y2: box.y2 + off('foot'),
    score: Math.min(0.9, score),
  }
  return dice.chance(DOUBLED) ? [seen, { ...seen, y1: box.y1 + 0.45 * height, score: dice.uniform(0.1, 0.25) }] : [seen]
}

/** What is no person at all. */
const clutterAt = (seed: number, dice: Dice): Box[] => {
  const places = createDice(seed, 17)
  const faint = Array.from({ length: FAINT_THINGS }, () =>
    boxAt({ x: places.uniform(-4, 4), z: places.uniform(4.8, 9) }, { width: 0.5, height: places.uniform(0.7, 1.1) }),
  ).map((box) => ({ ...box, score: dice.uniform(0, 0.25) }))
  const sure = dice.chance(FALSE_AND_SURE)
    ? [{ ...boxAt({ x: dice.uniform(-4, 4), z: dice.uniform(4.8, 9) }, SIZES.sit), score: dice.uniform(0.3, 0.4) }]
    : []
  return [...faint, ...sure].filter(({ score }) => score >= 0.1)
}

export const boxesSeen = (seed: number, bodies: readonly Body[], at: Instant): Box[] => {
  const dice = createDice(seed, at)
  return withoutDoubles([...bodies.flatMap((body) => sightOf(body, at, dice)), ...clutterAt(seed, dice)], 0.6)
}
