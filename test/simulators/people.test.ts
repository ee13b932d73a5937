/** The drawn people: solids, pictures, and the atlas that is kept of them. */
import { statSync } from 'node:fs'
import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import atlas from '#simulators/people/atlas.json' with { type: 'json' }
import { bodyOf, chair, FIGURE_HEIGHT } from '#simulators/people/bodies.ts'
import { type Body, distanceTo, groupsOnRay } from '#simulators/people/distances.ts'
import { createLook } from '#simulators/people/looks.ts'
import type { Stance } from '#simulators/people/poses.ts'
import { drawFigure } from '#simulators/people/rendering.ts'
import { unit, type Vector } from '#simulators/people/vectors.ts'
import { createDice } from '#simulators/random.ts'

const solid = { material: 'skin', melt: 0.01 } as const
const alone = (part: Body[number]['parts'][number]): Body => [{ parts: [part], centre: [0, 0, 0], radius: 3 }]

describe('measuring the distance to a solid', () => {
  const ball = alone({ ...solid, shape: 'ball', centre: [0, 1, 0], radii: [0.5, 0.5, 0.5] })
  const block = alone({ ...solid, shape: 'block', centre: [0, 0, 0], halfSize: [1, 0.5, 0.25], rounding: 0 })
  const limb = alone({ ...solid, shape: 'limb', from: [0, 0, 0], to: [0, 1, 0], fromRadius: 0.2, toRadius: 0.1 })

  it('is positive outside, negative inside, and zero on the surface', () => {
    expect(distanceTo(ball, [0, 2, 0])).toBeCloseTo(0.5)
    expect(distanceTo(ball, [0, 1.5, 0])).toBeCloseTo(0)
    expect(distanceTo(ball, [0, 1, 0.1])).toBeLessThan(0)
    expect(distanceTo(block, [2, 0, 0])).toBeCloseTo(1)
    expect(distanceTo(block, [1.3, 0.9, 0])).toBeCloseTo(0.5)
    expect(distanceTo(block, [0, 0, 0])).toBeCloseTo(-0.25)
    expect(distanceTo(limb, [1, 0, 0])).toBeCloseTo(0.8)
    expect(distanceTo(limb, [0, 2, 0])).toBeCloseTo(0.9)
  })

  it('melts two solids of a group into a smooth waist', () => {
    const pair = (melt: number): Body => {
      const [left, right] = [-0.25, 0.25].map(
        (x) => ({ ...solid, melt, shape: 'ball', centre: [x, 0, 0], radii: [0.2, 0.2, 0.2] }) as const,
      )
      return left && right ? [{ parts: [left, right], centre: [0, 0, 0], radius: 1 }] : []
    }
    expect(distanceTo(pair(0.001), [0, 0, 0])).toBeCloseTo(0.05)
    expect(distanceTo(pair(0.4), [0, 0, 0])).toBeLessThan(0)
  })
})

describe('looking along a ray', () => {
  it('leaves out no group that the ray comes near', () => {
    const dice = createDice(4)
    const body = [...bodyOf(createLook(4), { stance: 'sit', phase: 0 }), ...chair()]
    for (let trial = 0; trial < 200; trial++) {
      const origin: Vector = [dice.uniform(-1, 1), dice.uniform(0, 2), 3]
      const target: Vector = [dice.uniform(-0.5, 0.5), dice.uniform(0, 1.5), 0]
      const direction = unit([target[0] - origin[0], target[1] - origin[1], target[2] - origin[2]])
      const near = groupsOnRay(body, origin, direction)
      for (let way = 2; way < 4.5; way += 0.01) {
        const point: Vector = [
          origin[0] + direction[0] * way,
          origin[1] + direction[1] * way,
          origin[2] + direction[2] * way,
        ]
        if (distanceTo(body, point) < 0) expect(distanceTo(near, point)).toBeLessThan(0)
      }
    }
  })
})

const draw = (stance: Stance, yaw = 0) => {
  const look = createLook(4)
  const scale = look.height / FIGURE_HEIGHT
  return drawFigure({ body: bodyOf(look, { stance, phase: 0 }), look, scale, yaw, pitch: 0.36, pixelsPerMetre: 40 })
}

const shownRows = ({ pixels, width, height }: ReturnType<typeof draw>) =>
  Array.from({ length: height }, (_, y) => y).filter((y) =>
    Array.from({ length: width }, (_, x) => pixels[(y * width + x) * 4 + 3] ?? 0).some((alpha) => alpha > 60),
  )

describe('drawing a figure', () => {
  it('gives the same picture for the same look and pose, and another for another yaw', () => {
    const picture = draw('stand')
    expect(draw('stand').pixels).toEqual(picture.pixels)
    expect(draw('stand', 1.5).pixels).not.toEqual(picture.pixels)
  })

  it('draws somebody as tall as they are, with the feet on the ground', () => {
    const picture = draw('stand')
    const rows = shownRows(picture)
    const shownMetres = rows.length / 40
    expect(shownMetres).toBeGreaterThan(createLook(4).height * Math.cos(0.36) - 0.05)
    expect(shownMetres).toBeLessThan(createLook(4).height * Math.cos(0.36) + 0.2)
    expect(Math.abs((rows.at(-1) ?? 0) - picture.footY)).toBeLessThan(0.15 * 40)
  })

  it('draws who sits lower than who stands', () => {
    expect(shownRows(draw('sit')).length).toBeLessThan(0.9 * shownRows(draw('stand')).length)
  })
})

describe('keeping the atlas', () => {
  const file = 'simulators/people/atlas.png'

  it('holds every look standing, walking and sitting, and an empty chair', () => {
    const looks = new Set(atlas.sprites.flatMap(({ look }) => look ?? []))
    expect([...looks].sort()).toEqual([0, 1, 2, 3, 4, 5])
    for (const look of looks)
      expect(new Set(atlas.sprites.filter((sprite) => sprite.look === look).map(({ stance }) => stance))).toEqual(
        new Set(['stand', 'walk', 'sit']),
      )
    expect(atlas.sprites.filter(({ stance }) => stance === 'chair')).toHaveLength(1)
  })

  it('fits its sprites tightly and leaves clear pixels around each', async () => {
    const { data, info } = await sharp(file).raw().toBuffer({ resolveWithObject: true })
    const isShown = (x: number, y: number) => (data[(y * info.width + x) * 4 + 3] ?? 0) > 0
    for (const { left, top, width, height } of atlas.sprites) {
      const columns = Array.from({ length: width + 2 }, (_, i) => left - 1 + i)
      const rows = Array.from({ length: height + 2 }, (_, i) => top - 1 + i)
      expect(columns.some((x) => isShown(x, top - 1) || isShown(x, top + height))).toBe(false)
      expect(rows.some((y) => isShown(left - 1, y) || isShown(left + width, y))).toBe(false)
      expect(columns.some((x) => isShown(x, top)) && columns.some((x) => isShown(x, top + height - 1))).toBe(true)
      expect(rows.some((y) => isShown(left, y)) && rows.some((y) => isShown(left + width - 1, y))).toBe(true)
    }
  })

  it('stays small', () => expect(statSync(file).size).toBeLessThan(1_500_000))
})
