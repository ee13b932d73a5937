/** The VDA 5050 order behind a mission: where the robot passes, and what it does there. */
import type { Errand } from '#contracts/missions.ts'
import type { RobotReport } from '#contracts/robots.ts'
import type { Site } from '#contracts/site.ts'
import type { RouteNode } from '#contracts/siteFloors.ts'
import type { VdaVersion } from '#contracts/vda5050/header.ts'
import type { Action, NodePosition, OrderContent, OrderEdge, OrderNode } from '#contracts/vda5050/order.ts'
import { unreachable } from '../decision.ts'
import type { Ongoing } from './missions.ts'

/** Added to the longest edge of the first node, from the middle of which a robot may have to start. */
const START_SLACK_METRES = 1

/** VDA 5050 2.0, 6.8.2 has no default for these two of pick and drop; robots refuse the actions without them. */
const LOAD = [
  { key: 'stationType', value: 'floor' },
  { key: 'loadType', value: 'EPAL' },
]

export const actionOf = ({ orderId }: Errand, what: 'pick' | 'drop'): string => `${orderId}-${what}`

export const cancelActionOf = (orderId: string): string => `${orderId}-cancel`

/** For an order that no open mission is behind; another id, in case the first cancel has failed. */
export const stopActionOf = (orderId: string): string => `${orderId}-stop`

/**
 * Nothing of its last order is ahead, the horizon included: it takes a new one.
 * A cancelOrder that still waits has nothing to cancel; some robots leave it so for ever.
 */
export const isIdle = ({ nodesLeft, edgesLeft, orderId, actions }: RobotReport): boolean =>
  nodesLeft === 0 &&
  edgesLeft === 0 &&
  !actions.some(({ actionId, status }) => {
    if (!actionId.startsWith(`${orderId}-`) || status === 'finished' || status === 'failed') return false
    return status !== 'waiting' || ![cancelActionOf(orderId), stopActionOf(orderId)].includes(actionId)
  })

/** All of it is released. The same mission always makes the same order, so that it can be sent again word for word. */
export const orderOf = ({ kind, errand }: Ongoing, site: Site, version: VdaVersion): OrderContent => {
  const { orderId, orderUpdateId, path, pickAt, dropAt } = errand
  const stop = (what: 'pick' | 'drop'): Action => ({
    actionId: actionOf(errand, what),
    actionType: what,
    blockingType: 'HARD',
    actionParameters: LOAD,
  })
  const actionsAt = (i: number): Action[] => {
    switch (kind) {
      case 'delivery':
        return [...(i === pickAt ? [stop('pick')] : []), ...(i === dropAt ? [stop('drop')] : [])]
      case 'guide':
        return []
      default:
        return unreachable(kind)
    }
  }
  const nodes = path.map((nodeId, i): OrderNode => {
    const node = site.routeNodes.find((candidate) => candidate.nodeId === nodeId)
    return {
      nodeId,
      sequenceId: 2 * i,
      released: true,
      actions: actionsAt(i),
      ...(node && { nodePosition: { ...positionOf(node), ...(i === 0 && startDeviation(node, site, version)) } }),
    }
  })
  const edges = path.slice(1).map((to, i) => edgeOf(path[i] ?? to, to, i, site))
  return { orderId, orderUpdateId, nodes, edges }
}

const edgeOf = (from: string, to: string, i: number, site: Site): OrderEdge => {
  const edge = site.routeEdges.find(
    (e) => (e.from === from && e.to === to) || (e.twoWay && e.from === to && e.to === from),
  )
  return {
    edgeId: `${from}-${to}`,
    sequenceId: 2 * i + 1,
    released: true,
    startNodeId: from,
    endNodeId: to,
    actions: [],
    ...(edge && { maxSpeed: edge.maxSpeedMps }),
  }
}

const positionOf = ({ place: { floorId, x, y } }: RouteNode): NodePosition => ({ x, y, mapId: floorId })

/** A robot that was stopped on its way starts from its last node, without being there. */
const startDeviation = ({ nodeId, place }: RouteNode, site: Site, version: VdaVersion): Partial<NodePosition> => {
  const lengths = site.routeEdges
    .filter(({ from, to }) => from === nodeId || to === nodeId)
    .flatMap(({ from, to }) => site.routeNodes.filter((other) => other.nodeId === (from === nodeId ? to : from)))
    .map((other) => Math.hypot(other.place.x - place.x, other.place.y - place.y))
  const metres = Math.max(0, ...lengths) + START_SLACK_METRES
  return {
    ...(version === '2.0.0' ? { allowedDeviationXy: metres } : { allowedDeviationXY: metres }),
    allowedDeviationTheta: Math.PI,
  }
}
