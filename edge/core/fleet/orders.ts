/** The VDA 5050 order behind a course: where the robot passes, and what it does there. */
import type { RobotOrder, Stop } from '#contracts/courses.ts'
import { profileOf } from '#contracts/robotProfiles.ts'
import type { RobotReport } from '#contracts/robots.ts'
import type { Site } from '#contracts/site.ts'
import type { SiteRobot } from '#contracts/siteFleet.ts'
import type { RouteNode } from '#contracts/siteFloors.ts'
import type { VdaVersion } from '#contracts/vda5050/header.ts'
import type { Action, NodePosition, OrderContent, OrderEdge, OrderNode } from '#contracts/vda5050/order.ts'

/** Added to the longest edge of the first node, from the middle of which a robot may have to start. */
const START_SLACK_METRES = 1

export const actionOf = (orderId: string, stop: Stop): string => `${orderId}-${stop}`

export const cancelActionOf = (orderId: string): string => `${orderId}-cancel`

/** For an order the hall does not know; another id, in case the first cancel has failed. */
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

/** The same order always makes the same message, so that it can be sent again word for word. */
export const orderContent = (order: RobotOrder, robot: SiteRobot, site: Site): OrderContent => {
  const { orderId, orderUpdateId, from, nodes, released } = order
  return {
    orderId,
    orderUpdateId,
    nodes: nodes.map((nodeId, i): OrderNode => {
      const node = site.routeNodes.find((candidate) => candidate.nodeId === nodeId)
      const isStart = from + i === 0
      return {
        nodeId,
        sequenceId: 2 * (from + i),
        released: i < released,
        actions: actionsAt(order, i, robot, site),
        ...(node && {
          nodePosition: { ...positionOf(node), ...(isStart && startDeviation(node, site, robot.vdaVersion)) },
        }),
      }
    }),
    edges: nodes.slice(1).map((to, i): OrderEdge => {
      const start = nodes[i] ?? to
      return { ...edgeOf(start, to, site), sequenceId: 2 * (from + i) + 1, released: i + 1 < released }
    }),
  }
}

const actionsAt = ({ orderId, from, nodes, stop }: RobotOrder, i: number, robot: SiteRobot, site: Site): Action[] => {
  const { loadParameters, needsMapChange } = profileOf(robot)
  const node = (at: number) => site.routeNodes.find(({ nodeId }) => nodeId === nodes[at])
  const [here, before] = [node(i), node(i - 1)]
  const actions: Action[] = []
  if (here && needsMapChange && before && before.place.floorId !== here.place.floorId) {
    actions.push(mapChange(`${orderId}-map-${from + i}`, here))
  }
  if (stop && i === nodes.length - 1) {
    const actionParameters = Object.entries(loadParameters).map(([key, value]) => ({ key, value }))
    actions.push({ actionId: actionOf(orderId, stop), actionType: stop, blockingType: 'HARD', actionParameters })
  }
  return actions
}

/** VDA 5050 2.1, 6.8.2: after a ride the robot is told on which map it is, and where. */
const mapChange = (actionId: string, { nodeId, place }: RouteNode): Action => {
  const told = { x: place.x, y: place.y, theta: 0, mapId: place.floorId, lastNodeId: nodeId }
  const actionParameters = Object.entries(told).map(([key, value]) => ({ key, value }))
  return { actionId, actionType: 'initPosition', blockingType: 'HARD', actionParameters }
}

const edgeOf = (from: string, to: string, site: Site) => {
  const edge = site.routeEdges.find(
    (e) => (e.from === from && e.to === to) || (e.twoWay && e.from === to && e.to === from),
  )
  const ends = { edgeId: `${from}-${to}`, startNodeId: from, endNodeId: to, actions: [] }
  return { ...ends, ...(edge && { maxSpeed: edge.maxSpeedMps }) }
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
