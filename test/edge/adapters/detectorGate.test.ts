/** What opens the motion gate and what does not, on frames of the simulated hall with their noise. */
import { beforeAll, describe, expect, it } from 'vitest'
import { createMotionGate, hasMoved, type SeenFrame } from '#edge/adapters/detector/motionGate.ts'
import { type Samples, sample } from '#edge/adapters/detector/samples.ts'
import { readFrame } from '#edge/adapters/frames.ts'
import type { Person } from '#simulators/camera/persons.ts'
import { peopleAt } from '#simulators/camera/scene.ts'
import { openStudio, type Studio } from '#simulators/camera/studio.ts'
import { soon } from '#test/support/eventually.ts'

const NINE = Date.UTC(2026, 10, 23, 1)
const input = { width: 512, height: 288 }
const boxes = [{ x1: 1, y1: 2, x2: 3, y2: 4, score: 0.5 }]

describe('comparing two frames', () => {
  let studio: Studio
  beforeAll(async () => {
    studio = await openStudio()
  })
  const samplesOf = async (people: Person[], at: number): Promise<Samples> => {
    const { jpeg } = await studio.frame({ people, at })
    const { rgb, letterbox } = await readFrame(jpeg, { input, grey: 114, timeZone: 'Asia/Shanghai' })
    return sample(rgb, input, letterbox)
  }

  it('takes the noise of the sensor for nothing', async () => {
    const people = peopleAt(3, NINE)
    const first = await samplesOf(people, NINE)
    for (let i = 1; i <= 20; i++) expect(hasMoved(first, await samplesOf(people, NINE + i * 501))).toBe(false)
  })

  it('notices a person who moves by a hand, near and far', async () => {
    for (const z of [3, 5, 8, 10]) {
      const person: Person = { look: 1, stance: 'stand', phase: 0, x: 0, z, yaw: 0 }
      const before = await samplesOf([person], NINE)
      expect(hasMoved(before, await samplesOf([{ ...person, x: 0.1 }], NINE + 500))).toBe(true)
      expect(hasMoved(before, await samplesOf([], NINE + 500))).toBe(true)
    }
  })
})

describe('sparing the network', () => {
  const flat = (value: number): Samples => ({ columns: 8, rows: 8, grey: new Uint8Array(64).fill(value) })
  const seen = (value: number, at?: number): SeenFrame => ({
    samples: flat(value),
    frame: { width: 32, height: 32 },
    ...(at !== undefined && { at }),
  })
  const clock = (times: number[]) => createMotionGate({ now: () => times.shift() ?? 0 })

  it('gives the boxes of the last frame of the same camera', () => {
    const gate = clock([0, 0, 0])
    gate.keep('A', seen(100), boxes)
    expect(gate.unmoved('A', seen(103))).toEqual(boxes)
    expect(gate.unmoved('A', seen(110))).toBeUndefined()
    expect(gate.unmoved('B', seen(100))).toBeUndefined()
  })

  it('ends after two seconds of the own clock, and of the camera', () => {
    const gate = clock([0, 1999, 2000, 5000, 5000, 5000, 5000])
    gate.keep('A', seen(100), boxes)
    expect(gate.unmoved('A', seen(100))).toEqual(boxes)
    expect(gate.unmoved('A', seen(100))).toBeUndefined()
    gate.keep('A', seen(100, NINE), boxes)
    expect(gate.unmoved('A', seen(100, NINE + 1999))).toEqual(boxes)
    expect(gate.unmoved('A', seen(100, NINE + 2000))).toBeUndefined()
    expect(gate.unmoved('A', seen(100, NINE - 1))).toBeUndefined()
  })

  it('compares only frames of the same size', () => {
    const gate = clock([])
    gate.keep('A', seen(100), boxes)
    expect(gate.unmoved('A', { ...seen(100), frame: { width: 64, height: 64 } })).toBeUndefined()
  })

  it('forgets by itself', async () => {
    const gate = clock([])
    gate.keep('A', seen(100), boxes)
    expect(gate.size()).toBe(1)
    await soon(() => expect(gate.size()).toBe(0))
  })
})
