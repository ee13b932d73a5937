/** Ways through a hall with a one-way shortcut, a slow edge, a lift, two nodes in one spot and an island. */
import { describe, expect, it } from 'vitest'
import { groundForPlans, groundOf, groundOnPaper, reaches, timeBetween, wayBetween } from '#edge/core/fleet/ground.ts'
import { stopAt, stopsOf } from '#edge/core/fleet/stops.ts'
import { heardAt, lift, node, place, R2, twoFloors } from './floors.ts'

const plain = twoFloors()
const site = twoFloors({
  routeNodes: [...plain.routeNodes, { nodeId: 'x1', place: { floorId: 'F1', x: 3, y: 5 } }],
  routeEdges: [
    ...plain.routeEdges,
    { from: 'a1', to: 'a4', twoWay: false, maxSpeedMps: 2 },
    { from: 'a1', to: 'a3', maxSpeedMps: 0.1 },
    { from: 'a1', to: 'x1' },
  ],
})
const { hall } = heardAt(site, 'd1')
const way = (from: string, to: string) => wayBetween(groundOnPaper(hall), node(from), node(to))

describe('a way', () => {
  it('is the soonest, not the shortest', () => expect(way('a1', 'a3')).toEqual(['a1', 'a2', 'a3']))

  it('takes a one-way edge in its direction only', () => {
    expect(way('a1', 'a4')).toEqual(['a1', 'a4'])
    expect(way('a4', 'a1')).toEqual(['a4', 'a3', 'a2', 'a1'])
  })

  it('has a time in ms', () => expect(timeBetween(groundOnPaper(hall), node('a1'), node('a2'))).toBeCloseTo(3750))

  it('is of one node where the robot already stands, and where there is none', () => {
    expect(way('a1', 'a1')).toEqual(['a1'])
    expect(way('a1', 'i1')).toEqual(['a1'])
    expect(reaches(groundOnPaper(hall), node('a1'), node('i1'))).toBe(false)
  })

  it('ends, though two nodes are in one spot', () => expect(way('x1', 'a2').at(-1)).toBe('a2'))

  it('leads through a lift while it works; on paper always', () => {
    const story = heardAt(site, 'd1')
    const isOpen = (ground = groundOf(story.hall)) => reaches(ground, node('a1'), node('b2'))
    expect([isOpen(), isOpen(groundOnPaper(story.hall))]).toEqual([false, true])
    story.does(lift())
    expect(isOpen()).toBe(true)
    story.does(lift({ inService: false }))
    expect([isOpen(), isOpen(groundOnPaper(story.hall))]).toEqual([false, true])
  })

  it('is planned round the home of a robot that has never been heard', () => {
    const story = heardAt(twoFloors({ robots: [{}, { homeNodeId: 'a3' }] }), 'a1')
    const isOpen = () => reaches(groundForPlans(story.hall), node('a1'), node('a5'))
    expect(isOpen()).toBe(false)
    story.does({ type: 'reportRobot', robotId: R2, online: true })
    expect(isOpen()).toBe(false)
  })
})

describe('where a robot stops', () => {
  it('is the node of a window, of a place, or the node itself', () => {
    for (const [id, nodeId] of [
      ['W1', 'a1'],
      ['archive', 'b2'],
      ['a2', 'a2'],
    ] as const) {
      expect(stopAt(site, place(id))).toEqual({ ok: true, nodeId })
      expect(hall.paper.stops.get(place(id))).toBe(nodeId)
    }
  })

  it('is nowhere for a window without a node, and for a mission whose place has gone', () => {
    expect(stopAt(site, place('W3'))).toMatchObject({ ok: false, refusal: { code: 'noRobotStop' } })
    expect(hall.paper.stops.has(place('W3'))).toBe(false)
    expect(stopsOf(hall, { from: place('W1'), to: place('moved-away') })).toBeUndefined()
  })
})
