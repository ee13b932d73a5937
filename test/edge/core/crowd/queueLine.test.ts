/** How long a queue is. */
import { describe, expect, it } from 'vitest'
import { queueAlong, usualQueue } from '#edge/core/crowd/queueLine.ts'

const line = [
  { x: 100, y: 400 },
  { x: 700, y: 400 },
  { x: 700, y: 700 },
]
/** 100 pixels a metre. */
const homography = [0.01, 0, 0, 0, -0.01, 7.2, 0, 0, 1]
const person = (x: number, foot: number) => ({ x1: x - 30, y1: foot - 160, x2: x + 30, y2: foot, score: 0.6 })
const along = (...people: ReturnType<typeof person>[]) => queueAlong(line, people, homography, usualQueue)

describe('the length of a queue', () => {
  it('counts from the head of the line around its corner', () => {
    const people = [
      person(120, 410),
      person(250, 390),
      person(400, 400),
      person(550, 430),
      person(690, 400),
      person(705, 560),
    ]
    expect(along(...people)).toEqual({ people: 6, metres: 7.6 })
  })

  it('ends at the first gap of more than two metres', () => {
    expect(along(person(120, 400), person(250, 400), person(600, 400))).toEqual({ people: 2, metres: 1.5 })
  })

  it('leaves out whoever stands beside it', () => {
    expect(along(person(120, 400), person(200, 550), person(250, 400))).toEqual({ people: 2, metres: 1.5 })
  })

  it('is empty when nobody stands near its head', () => {
    expect(along(person(500, 400))).toEqual({ people: 0, metres: 0 })
    expect(along()).toEqual({ people: 0, metres: 0 })
  })

  it('is measured in box heights, and has no metres, where the floor is not known', () => {
    const people = [person(120, 400), person(250, 430), person(600, 400)]
    expect(queueAlong(line, people, undefined, usualQueue)).toEqual({ people: 2 })
  })
})
