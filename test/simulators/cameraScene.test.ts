/** The optics and the people of the simulated hall, before anything is painted. */

import { describe, expect, it } from 'vitest'
import { MINUTE, SECOND } from '#contracts/durations.ts'
import { placeThrough } from '#contracts/homography.ts'
import { isInside } from '#edge/core/crowd/geometry.ts'
import { FRAME, homographyOf, toPixel, toPlan } from '#simulators/camera/lens.ts'
import type { Person } from '#simulators/camera/persons.ts'
import { peopleAt } from '#simulators/camera/scene.ts'
import { seats, seatsInImage, seatsOnPlan } from '#simulators/camera/seats.ts'
import { sitsDownAt, type Visit, visitorAt, WALKING_SPEED_MPS } from '#simulators/camera/visits.ts'

const NINE = Date.UTC(2026, 10, 23, 1)
const times = (count: number, every: number) => Array.from({ length: count }, (_, i) => NINE + i * every)

const seatOf = ({ stance, x, z }: Person) =>
  stance === 'sit' ? seats.findIndex((seat) => seat.x === x && seat.z === z) : -1

describe('finding the floor from the image', () => {
  it('leads back to the place on the plan, wherever the camera hangs', () => {
    for (const placement of [undefined, { x: 11.5, y: 4, heading: Math.PI / 2 }, { x: 30, y: 2, heading: 2.5 }])
      for (const spot of [...seats, { x: -4, z: 4 }, { x: 6, z: 12 }]) {
        const place = placeThrough(homographyOf(placement), toPixel(spot))
        const truth = placement ? toPlan(spot, placement) : { x: spot.x, y: spot.z }
        expect(place?.x).toBeCloseTo(truth.x, 9)
        expect(place?.y).toBeCloseTo(truth.y, 9)
      }
  })

  it('looks along y of the plan at heading pi/2, with x to the right', () => {
    const place = toPlan({ x: 1, z: 5 }, { x: 10, y: 20, heading: Math.PI / 2 })
    expect(place.x).toBeCloseTo(11)
    expect(place.y).toBeCloseTo(25)
  })

  it('has every pair of shoes before a seat inside the zone, in the image and on the plan', () => {
    for (const { x, z } of seats) {
      const shoes = { x, z: z - 0.55 }
      expect(isInside(toPixel(shoes), seatsInImage())).toBe(true)
      expect(isInside({ x: shoes.x, y: shoes.z }, seatsOnPlan())).toBe(true)
    }
    expect(isInside(toPixel({ x: 0, z: 9.7 }), seatsInImage())).toBe(false)
  })
})

describe('living in the simulated hall', () => {
  it('is the same whenever it is looked into, and another with another seed', () => {
    expect(peopleAt(3, NINE)).toEqual(peopleAt(3, NINE))
    expect(times(20, MINUTE).map((at) => peopleAt(3, at))).not.toEqual(times(20, MINUTE).map((at) => peopleAt(4, at)))
  })

  it('never seats two people on one seat', () => {
    for (const at of times(300, 30 * SECOND)) {
      const taken = peopleAt(3, at)
        .map(seatOf)
        .filter((seat) => seat >= 0)
      expect(new Set(taken).size).toBe(taken.length)
    }
  })

  it('has people who wait longer than a quarter of an hour, and people who do not', () => {
    const waits = seats.flatMap((_, seat) => {
      const taken = times(600, 30 * SECOND).map((at) => peopleAt(3, at).some((person) => seatOf(person) === seat))
      return taken
        .map((isTaken) => (isTaken ? 'x' : ' '))
        .join('')
        .split(/ +/)
        .filter(Boolean)
        .map(({ length }) => length / 2)
    })
    expect(waits.filter((minutes) => minutes > 15).length).toBeGreaterThan(5)
    expect(waits.filter((minutes) => minutes < 10).length).toBeGreaterThan(15)
  })

  it('has people passing through and standing at counters', () => {
    const stances = new Set(times(60, 10 * SECOND).flatMap((at) => peopleAt(3, at).map(({ stance }) => stance)))
    expect(stances).toEqual(new Set(['sit', 'stand', 'walk']))
  })
})

describe('visiting a seat', () => {
  const seat = seats[2] ?? { x: 0, z: 5, aisleZ: 4 }
  const visit: Visit = { look: 1, seat, enters: NINE, leaves: NINE + 16 * MINUTE }

  it('begins and ends outside the picture', () => {
    expect(visitorAt(visit, NINE - 1)).toBeUndefined()
    expect(visitorAt(visit, NINE + 17 * MINUTE)).toBeUndefined()
    const entering = visitorAt(visit, NINE)
    expect(entering && toPixel(entering).x).toBeLessThan(-50)
    expect(toPixel({ x: 0, z: 5 }).x).toBe(FRAME.width / 2)
  })

  it('walks without jumps, sits down when it says, and stays until it leaves', () => {
    const stances = times(16 * 60, SECOND).map((at) => visitorAt(visit, at))
    const walked = stances.filter((person) => person?.stance === 'walk')
    for (const [i, person] of walked.entries()) {
      const next = walked[i + 1]
      if (!person || !next) continue
      expect(Math.hypot(next.x - person.x, next.z - person.z)).toBeLessThan(WALKING_SPEED_MPS + 0.01)
    }
    expect(visitorAt(visit, sitsDownAt(visit) - 1)?.stance).toBe('walk')
    expect(visitorAt(visit, sitsDownAt(visit) + 1)).toMatchObject({ stance: 'sit', x: seat.x, z: seat.z })
    expect(visitorAt(visit, visit.leaves - 1)?.stance).toBe('sit')
    expect(visitorAt(visit, visit.leaves + SECOND)?.stance).toBe('walk')
  })
})
