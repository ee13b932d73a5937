/** Maps: which places touch, where rides are, and how long ways take. */
import { describe, expect, it } from 'vitest'
import { RouteEdge, RouteNode } from '#contracts/siteFloors.ts'
import { timesTo } from '#edge/core/traffic/ground.ts'
import { routeMapOf } from '#edge/core/traffic/routeMap.ts'
import { mapOfFloors, mapOfText, node } from './halls.ts'

const place = (nodeId: string, x: number, y: number, floorId = 'F1', liftId?: string) =>
  RouteNode.parse({ nodeId, place: { floorId, x, y }, ...(liftId && { liftId }) })
const way = (from: string, to: string, more = {}) => RouteEdge.parse({ from, to, ...more })

describe('reading a map', () => {
  const map = routeMapOf({
    routeNodes: [
      place('a', 0, 0),
      place('b', 0.6, 0),
      place('c', 1.2, 0),
      place('d', 2, 0),
      place('above-d', 2, 0, 'F2'),
      place('cabin-1', 4, 0, 'F1', 'L1'),
      place('cabin-2', 9, 9, 'F2', 'L1'),
    ],
    routeEdges: [
      way('c', 'd', { maxSpeedMps: 0.4 }),
      way('d', 'cabin-1', { twoWay: false }),
      way('cabin-1', 'cabin-2'),
      way('d', 'above-d'),
    ],
  })
  const cellOf = (nodeId: string) => map.cells[map.indexOf.get(node(nodeId)) ?? -1]
  const legsOf = (nodeId: string) =>
    (map.legs[map.indexOf.get(node(nodeId)) ?? -1] ?? []).map(({ to, ms, metres }) => [map.nodeIds[to], ms, metres])

  it('puts places that are too near into one cell, also over a third', () => {
    expect(cellOf('a')).toBe(cellOf('b'))
    expect(cellOf('a')).toBe(cellOf('c'))
    expect(cellOf('d')).not.toBe(cellOf('c'))
    expect(cellOf('above-d')).not.toBe(cellOf('d'))
  })
  it('knows one cabin on all floors', () => expect(cellOf('cabin-1')).toBe(cellOf('cabin-2')))
  it('reckons ways by length and speed', () => expect(legsOf('c')).toEqual([['d', 2000, 0.8]]))
  it('has one-way legs, rides of no length, and no other way between floors', () => {
    expect(legsOf('d')).toEqual([
      ['c', 2000, 0.8],
      ['cabin-1', 2500, 2],
    ])
    expect(legsOf('cabin-1')).toEqual([['cabin-2', 20_000, 0]])
    expect(legsOf('above-d')).toEqual([])
  })
})

describe('the time to a goal', () => {
  const map = mapOfText('.....', '.#.#.', '.....')
  const cell = (nodeId: string) => map.cells[map.indexOf.get(node(nodeId)) ?? -1] ?? -1
  const open = { map, closed: new Set<never>() }
  const steps = (from: string, times: Float64Array) => (times[map.indexOf.get(node(from)) ?? -1] ?? Number.NaN) / 2500

  it('is that of the soonest way', () => expect(steps('0-0', timesTo(open, node('4-0')))).toBe(4))
  it('goes around walls', () => {
    expect(steps('0-0', timesTo(open, node('4-0'), new Set([cell('3-0')])))).toBe(8)
    expect(steps('0-0', timesTo(open, node('4-0'), new Set([cell('2-0'), cell('2-1'), cell('2-2')])))).toBe(Infinity)
  })
  it('leads out of a wall, and into the goal even when that is one', () => {
    expect(steps('3-0', timesTo(open, node('4-0'), new Set([cell('3-0')])))).toBe(1)
    expect(steps('0-0', timesTo(open, node('4-0'), new Set([cell('4-0')])))).toBe(4)
  })
  it('never leads into what is closed', () => {
    const closed = { map, closed: new Set([node('4-0')]) }
    expect(steps('3-0', timesTo(closed, node('4-0')))).toBe(Infinity)
  })
  it('is endless on the other floor when the lift is closed', () => {
    const floors = mapOfFloors(['.L'], ['.L'])
    const from = floors.indexOf.get(node('0-0')) ?? -1
    expect(timesTo({ map: floors, closed: new Set() }, node('0-0.1'))[from]).toBe(25_000)
    expect(timesTo({ map: floors, closed: new Set([node('1-0.1')]) }, node('0-0.1'))[from]).toBe(Infinity)
  })
})
