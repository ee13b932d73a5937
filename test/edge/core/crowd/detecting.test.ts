/** The letterbox, blackened masks, and the better of two boxes. */
import { describe, expect, it } from 'vitest'
import { blacken, letterboxOf, withoutDoubles } from '#edge/core/crowd/detecting.ts'

const INPUT = { width: 512, height: 288 }

describe('laying a frame into the input', () => {
  it('fills it when the shapes agree', () => {
    const { filled, scaleX, scaleY } = letterboxOf({ width: 1280, height: 720 }, INPUT)
    expect(filled).toEqual(INPUT)
    expect([scaleX, scaleY]).toEqual([0.4, 0.4])
  })

  it('leaves the rest free on the right or below', () => {
    expect(letterboxOf({ width: 640, height: 480 }, INPUT).filled).toEqual({ width: 384, height: 288 })
    expect(letterboxOf({ width: 1280, height: 360 }, INPUT).filled).toEqual({ width: 512, height: 144 })
    expect(letterboxOf({ width: 4000, height: 1 }, INPUT).filled).toEqual({ width: 512, height: 1 })
  })

  it('puts it into the middle, or stretches it, where the model wants it so', () => {
    expect(letterboxOf({ width: 640, height: 480 }, INPUT, 'middle')).toMatchObject({ left: 64, top: 0, scaleX: 0.6 })
    expect(letterboxOf({ width: 1280, height: 360 }, INPUT, 'middle')).toMatchObject({ left: 0, top: 72, scaleY: 0.4 })
    expect(letterboxOf({ width: 640, height: 480 }, INPUT, 'stretch')).toMatchObject({
      filled: INPUT,
      left: 0,
      scaleX: 0.8,
      scaleY: 0.6,
    })
  })
})

describe('blackening a mask', () => {
  const input = { width: 8, height: 6 }
  const blackened = (frame: { width: number; height: number }, mask: { x: number; y: number }[]) => {
    const rgb = new Uint8Array(8 * 6 * 3).fill(255)
    blacken(rgb, input, [mask], letterboxOf(frame, input))
    return Array.from({ length: 6 }, (_, row) =>
      Array.from({ length: 8 }, (_, column) => {
        const at = (row * 8 + column) * 3
        return rgb.subarray(at, at + 3).every((value) => value === 0) ? '#' : '.'
      }).join(''),
    )
  }

  it('scales the polygon from the frame to the input', () => {
    const mask = [
      { x: 20, y: 10 },
      { x: 60, y: 10 },
      { x: 60, y: 30 },
      { x: 20, y: 30 },
    ]
    expect(blackened({ width: 80, height: 60 }, mask)).toEqual([
      '........',
      '..####..',
      '..####..',
      '........',
      '........',
      '........',
    ])
  })

  it('follows the frame into the middle of the input', () => {
    const rgb = new Uint8Array(8 * 6 * 3).fill(255)
    const frame = { width: 40, height: 60 }
    const whole = [
      { x: 0, y: 0 },
      { x: 40, y: 0 },
      { x: 40, y: 60 },
      { x: 0, y: 60 },
    ]
    blacken(rgb, input, [whole], letterboxOf(frame, input, 'middle'))
    expect([...rgb.subarray(0, 24)].map((value) => value === 0)).toEqual(
      Array.from({ length: 24 }, (_, i) => i >= 6 && i < 18),
    )
  })

  it('takes pixels that it only touches sideways, and stays inside the picture', () => {
    const mask = [
      { x: -5, y: -5 },
      { x: 3.2, y: -5 },
      { x: 3.2, y: 2 },
      { x: -5, y: 2 },
    ]
    expect(blackened(input, mask).slice(0, 3)).toEqual(['####....', '####....', '........'])
  })

  it('leaves out the notch of a polygon that turns inwards', () => {
    const mask = [
      { x: 0, y: 0 },
      { x: 8, y: 0 },
      { x: 8, y: 6 },
      { x: 6, y: 6 },
      { x: 6, y: 2 },
      { x: 2, y: 2 },
      { x: 2, y: 6 },
      { x: 0, y: 6 },
    ]
    expect(blackened(input, mask).slice(1, 4)).toEqual(['########', '##....##', '##....##'])
  })
})

describe('keeping the better box', () => {
  const box = (x1: number, score: number) => ({ x1, y1: 0, x2: x1 + 10, y2: 10, score })

  it('drops the worse of two that share more than allowed, best first', () => {
    expect(withoutDoubles([box(0, 0.5), box(1, 0.7), box(20, 0.6)], 0.6)).toEqual([box(1, 0.7), box(20, 0.6)])
    expect(withoutDoubles([box(0, 0.5), box(5, 0.7)], 0.6)).toHaveLength(2)
  })
})
