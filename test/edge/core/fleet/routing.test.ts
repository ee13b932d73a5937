/** Ways through a hall with a one-way shortcut, a slow edge, a lift and an island. */
import { describe, expect, it } from 'vitest'
import { RouteNodeId } from '#contracts/ids.ts'
import { SiteFile } from '#contracts/siteChecks.ts'
import { pathAlong, routeGraph, stopAt, waysTo } from '#edge/core/fleet/routing.ts'
import { placeId } from '#test/support/names.ts'
import { smallSite } from '#test/support/smallSite.ts'

const node = (nodeId: string) => RouteNodeId.parse(nodeId)
const names = { zh: 'x', en: 'x' }

const site = SiteFile.parse({
  ...smallSite(),
  floors: [...smallSite().floors, { floorId: 'F2', names, level: 1, width: 30, depth: 20 }],
  lifts: [{ liftId: 'L1', names, floorIds: ['F1', 'F2'] }],
  routeNodes: [
    ...smallSite().routeNodes,
    { nodeId: 'island', place: { floorId: 'F1', x: 29, y: 1 } },
    { nodeId: 'cabin', place: { floorId: 'F1', x: 1, y: 1 }, liftId: 'L1' },
    { nodeId: 'upstairs', place: { floorId: 'F2', x: 1, y: 1 } },
  ],
  routeEdges: [
    ...smallSite().routeEdges,
    { from: 'n0', to: 'n3', twoWay: false, maxSpeedMps: 2 },
    { from: 'n0', to: 'n2', maxSpeedMps: 0.1 },
    { from: 'n0', to: 'cabin' },
    { from: 'cabin', to: 'upstairs' },
  ],
})
const graph = routeGraph(site)
const path = (from: string, to: string) => pathAlong(waysTo(graph, node(to)), node(from))

describe('a way', () => {
  it('is the soonest, not the shortest', () => expect(path('n0', 'n2')).toEqual(['n0', 'n1', 'n2']))
  it('takes a one-way edge in its direction only', () => {
    expect(path('n0', 'n3')).toEqual(['n0', 'n3'])
    expect(path('n3', 'n0')).toEqual(['n3', 'n2', 'n1', 'n0'])
  })
  it('has a time in ms', () => expect(waysTo(graph, node('n1')).get(node('n0'))?.time).toBeCloseTo(3750))
  it('is of one node where the robot already stands', () => expect(path('n1', 'n1')).toEqual(['n1']))
  it('is empty to an island, and through a lift', () => {
    expect(path('n0', 'island')).toEqual([])
    expect(path('n0', 'upstairs')).toEqual([])
    expect(path('n0', 'cabin')).toEqual([])
  })
})

describe('where a robot stops', () => {
  it('is the node of a window, of a place, or the node itself', () => {
    for (const [id, nodeId] of [
      ['W1', 'n1'],
      ['back-office', 'n3'],
      ['n2', 'n2'],
    ] as const) {
      expect(stopAt(site, placeId(id))).toEqual({ ok: true, nodeId })
    }
  })
})
