/** The order of visits, and what follows from it: who may drive, who waits for whom. */
import { describe, expect, it } from 'vitest'
import { releasable, visitsOf, waitsFor, withoutPlans } from '#edge/core/traffic/visits.ts'
import { courses } from './courses.ts'
import { mapOfFloors, mapOfText, node, robot } from './halls.ts'

const line = mapOfText('......')
const always = () => true

describe('visiting a place', () => {
  it('goes by turns, with what is released first', () => {
    const fleet = courses({ A: '0-0 | 1-0@5 2-0@6', B: '3-0 | 2-0@4', C: '2-0@9' })
    const cell = line.cells[line.indexOf.get(node('2-0')) ?? -1] ?? -1
    expect(visitsOf(fleet, line).get(cell)).toEqual([
      { robotId: 'C', at: 0, turn: 9 },
      { robotId: 'B', at: 1, turn: 4 },
      { robotId: 'A', at: 2, turn: 6 },
    ])
  })
})

describe('releasing', () => {
  it('goes as far as nobody comes before', () => {
    const fleet = courses({ A: '0-0 | 1-0@1 2-0@2 3-0@9', B: '4-0 | 3-0@3 4-0@4' })
    expect(releasable(fleet, line, always)).toEqual(
      new Map([
        ['A', 3],
        ['B', 3],
      ]),
    )
  })
  it('lets nobody follow before the other has left', () => {
    expect(releasable(courses({ A: '0-0 | 1-0@2', B: '1-0 | 2-0@2' }), line, always)).toEqual(new Map([['B', 2]]))
    expect(releasable(courses({ A: '0-0 | 1-0@2', B: '2-0' }), line, always)).toEqual(new Map([['A', 2]]))
  })
  it('keeps out of what another has as base, whatever its turn', () =>
    expect(releasable(courses({ A: '0-0 | 1-0@2', B: '2-0 1-0@7' }), line, always)).toEqual(new Map()))
  it('lets a robot come back to a place that is its own all the while', () =>
    expect(releasable(courses({ A: '0-0 | 1-0@1 0-0@2' }), line, always)).toEqual(new Map([['A', 3]])))
  it('ends at a gate that is not open', () => {
    const gate = (_: string, from: string, to: string) => !(from === '1-0' && to === '2-0')
    expect(releasable(courses({ A: '0-0 | 1-0@1 2-0@2' }), line, gate)).toEqual(new Map([['A', 2]]))
  })
  it('gives a cabin to one robot on all floors', () => {
    const floors = mapOfFloors(['.L.'], ['.L.'])
    const fleet = courses({ A: '0-0 | 1-0@3 1-0.1@4', B: '0-0.1 | 1-0.1@1 2-0.1@2' })
    expect(releasable(fleet, floors, always)).toEqual(new Map([['B', 3]]))
  })
  it('lets two who stand in one place drive on', () =>
    expect(releasable(courses({ A: '1-0 | 2-0@1', B: '1-0 | 0-0@1' }), line, always)).toEqual(
      new Map([
        ['A', 2],
        ['B', 2],
      ]),
    ))
})

describe('waiting', () => {
  const fleet = courses({ A: '0-0 | 1-0@2', B: '1-0 | 2-0@2', C: '5-0' })
  it('is for whoever is there first', () =>
    expect(waitsFor(robot('A'), fleet, line)).toEqual({ robotId: 'B', nodeId: '1-0' }))
  it('is for nobody when the way is free or at its end', () => {
    expect(waitsFor(robot('B'), fleet, line)).toBeUndefined()
    expect(waitsFor(robot('C'), fleet, line)).toBeUndefined()
    expect(waitsFor(robot('Z'), fleet, line)).toBeUndefined()
  })
})

describe('dropping plans', () => {
  it('leaves the bases, and what else a course holds', () => {
    const fleet = new Map([...courses({ A: '0-0 1-0@1 | 2-0@2' })].map(([id, course]) => [id, { ...course, mine: 7 }]))
    expect(withoutPlans(fleet)).toEqual(
      new Map([...courses({ A: '0-0 1-0@1' })].map(([id, course]) => [id, { ...course, mine: 7 }])),
    )
  })
})
