/** Robots that drive from goal to goal for a long time, on maps where that is easy and on maps where it is not. */
import { describe, expect, it } from 'vitest'
import type { RouteNodeId } from '#contracts/ids.ts'
import type { RouteMap } from '#edge/core/traffic/routeMap.ts'
import { drive, placesOn } from './driving.ts'
import { districtMap, mapOfFloors, mapOfText, node } from './halls.ts'

const maps: Record<string, RouteMap> = {
  'a grid': mapOfText('.......', '.##.##.', '.......', '.##.##.', '.......'),
  'one line with bays at its side': mapOfText('#.#.#.#.#.#', '...........'),
  'the hall of the demo': districtMap(),
  'two floors, of which the upper is one line behind a lift': mapOfFloors(
    ['L....', '#.#.#'],
    ['L......', '#.#####', '#.#####'],
  ),
}

const stops = (map: RouteMap): RouteNodeId[] => map.nodeIds.filter((_, i) => map.lifts[i] === undefined)

const untroubled = { stuck: [], collisions: 0 }

describe.each(Object.entries(maps))('robots on %s', (_, map) => {
  const goals = stops(map)

  it.each([3, 5, 8])('all reach their goals and never meet: %i of them', (count) => {
    for (const seed of [1, 2, 3]) {
      expect(drive({ map, goals, starts: placesOn(map, count, seed), errands: 8, seed })).toEqual(untroubled)
    }
  })

  it.each([0.2, 0.5])('do so however late they come: each step waits with probability %f', (delay) => {
    for (const seed of [4, 5]) {
      expect(drive({ map, goals, starts: placesOn(map, 6, seed), errands: 8, seed, delay })).toEqual(untroubled)
    }
  })

  it('do so when what is planned is dropped again and again', () => {
    for (const seed of [6, 7]) {
      const starts = placesOn(map, 5, seed)
      expect(drive({ map, goals, starts, errands: 8, seed, delay: 0.2, drops: 0.1 })).toEqual(untroubled)
    }
  })
})

describe('robots that cannot be moved', () => {
  it('are driven around, wherever they stand', () => {
    const map = maps['a grid'] ?? districtMap()
    for (const seed of [1, 2, 3]) {
      const starts = [
        node('3-2'),
        ...placesOn(map, 6, seed)
          .filter((place) => place !== '3-2')
          .slice(0, 5),
      ]
      const goals = stops(map).filter((place) => place !== '3-2')
      expect(drive({ map, goals, starts, errands: 8, seed, delay: 0.2, fixed: 1 })).toEqual(untroubled)
    }
  })

  it('leave the rest of a hall to the others from a dead end', () => {
    const map = districtMap()
    const taken = [node('dock-1'), node('at-archive')]
    const goals = stops(map).filter((place) => !taken.includes(place))
    for (const seed of [1, 2, 3]) {
      const starts = [
        ...taken,
        ...placesOn(map, 7, seed)
          .filter((place) => !taken.includes(place))
          .slice(0, 5),
      ]
      expect(drive({ map, goals, starts, errands: 8, seed, delay: 0.2, fixed: 2 })).toEqual(untroubled)
    }
  })
})
