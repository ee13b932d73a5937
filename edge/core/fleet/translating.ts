/** What VDA 5050 messages come down to for the hall: a report to decide by, a pose and a state of health to look at. */

import { SECOND } from '#contracts/durations.ts'
import type { PartState, RobotPose } from '#contracts/readings.ts'
import type { OperatingMode, RobotLimits, RobotReport } from '#contracts/robots.ts'
import type { Site } from '#contracts/site.ts'
import type { SiteRobot } from '#contracts/siteFleet.ts'
import type { HeardFactsheet } from '#contracts/vda5050/factsheet.ts'
import type { HeardPosition } from '#contracts/vda5050/position.ts'
import type { HeardState } from '#contracts/vda5050/state.ts'

/** A robot that has not been told a node stands on one when it is this near. */
const ON_NODE_METRES = 1

/** Below this a part is worth a look. */
const LOW_BATTERY_PERCENT = 20

const MODES: Readonly<Record<string, OperatingMode>> = {
  AUTOMATIC: 'automatic',
  SEMIAUTOMATIC: 'semiautomatic',
  MANUAL: 'manual',
  SERVICE: 'service',
  TEACHIN: 'teachin',
}

const STATUSES = {
  WAITING: 'waiting',
  INITIALIZING: 'initializing',
  RUNNING: 'running',
  PAUSED: 'paused',
  FINISHED: 'finished',
  FAILED: 'failed',
} as const

/** VDA 5050 2.1, 6.6.4: why an order is not accepted. */
const REJECTIONS = ['validationError', 'orderError', 'orderUpdateError', 'noRouteError'].map((type) =>
  type.toLowerCase(),
)

/** A mode nobody knows counts as manual: nothing is sent to it. */
export const reportOf = (state: HeardState, site: Site): RobotReport => {
  const { orderId, orderUpdateId, batteryState, nodeStates, edgeStates, actionStates, errors } = state
  return {
    orderId,
    orderUpdateId: Math.max(0, Math.trunc(orderUpdateId)),
    mode: MODES[state.operatingMode] ?? 'manual',
    ...(state.paused !== undefined && { paused: state.paused }),
    batteryPercent: Math.min(100, Math.max(0, batteryState.batteryCharge)),
    charging: batteryState.charging,
    lastNodeId: isOnSite(state.lastNodeId, site) ? state.lastNodeId : nodeNear(state.agvPosition, site),
    lastSequence: Math.trunc(state.lastNodeSequenceId),
    nodesLeft: nodeStates.length,
    edgesLeft: edgeStates.length,
    actions: actionStates.map(({ actionId, actionStatus }) => ({ actionId, status: STATUSES[actionStatus] })),
    faults: errors.filter(({ errorLevel }) => errorLevel === 'FATAL').map(({ errorType }) => errorType),
    rejections: errors.flatMap(({ errorType, errorLevel, errorReferences }) => {
      const named = (key: string) => errorReferences.find(({ referenceKey }) => referenceKey === key)?.referenceValue
      const rejects = errorLevel !== 'FATAL' && REJECTIONS.includes(errorType.toLowerCase())
      if (!rejects || named('topic') === 'instantActions') return []
      const orderId = named('orderId')
      return [{ errorType, ...(orderId !== undefined && { orderId }) }]
    }),
  }
}

const isOnSite = (lastNodeId: string, site: Site): boolean =>
  site.routeNodes.some(({ nodeId }) => nodeId === lastNodeId)

/** Where it is when it names no node of the hall, as after somebody has driven it by hand. */
const nodeNear = (position: HeardPosition, site: Site): string => {
  if (!position?.positionInitialized) return ''
  const far = ({ x, y }: { x: number; y: number }) => Math.hypot(x - position.x, y - position.y)
  const near = site.routeNodes
    .filter(({ place }) => place.floorId === position.mapId && far(place) <= ON_NODE_METRES)
    .sort((a, b) => far(a.place) - far(b.place))
  return near[0]?.nodeId ?? ''
}

/** Nothing while the robot does not know where it is, or is on a map that is no floor of the site. */
export const poseOf = (
  { robotId }: SiteRobot,
  position: HeardPosition,
  driving: boolean,
  site: Site,
): RobotPose | undefined => {
  const floor = site.floors.find(({ floorId }) => floorId === position?.mapId)
  if (!position?.positionInitialized || floor === undefined) return undefined
  const { x, y, theta } = position
  return { type: 'robotPose', robotId, floorId: floor.floorId, x, y, theta, driving }
}

/** A robot that is silent is unknown, whatever it said last. */
export const healthOf = ({ robotId }: SiteRobot, online: boolean, report: RobotReport | undefined): PartState => {
  const part = { type: 'part', partId: `robot:${robotId}` } as const
  if (!online || report === undefined) return { ...part, state: 'unknown', detail: 'not heard from' }
  const { faults, mode, batteryPercent, charging } = report
  if (faults.length > 0) return { ...part, state: 'urgent', detail: `needs a person: ${faults.join(', ')}` }
  if (mode !== 'automatic') return { ...part, state: 'attention', detail: `is in ${mode} mode` }
  if (batteryPercent < LOW_BATTERY_PERCENT && !charging)
    return { ...part, state: 'attention', detail: `battery at ${Math.floor(batteryPercent)} %` }
  return { ...part, state: 'fine' }
}

/**
 * Some robots do not say which order they reject. A rejection that was not there before is then about the order they
 * have just been sent.
 */
export const blamed = (report: RobotReport, before: RobotReport, sentOrderId: string): RobotReport => {
  const old = before.rejections.filter(({ orderId }) => orderId === undefined).map(({ errorType }) => errorType)
  const rejections = report.rejections.map((rejection) =>
    rejection.orderId === undefined && !old.includes(rejection.errorType)
      ? { ...rejection, orderId: sentOrderId }
      : rejection,
  )
  return { ...report, rejections }
}

/** No limit is told as 0 by some. A robot that lists no action at all does not say which it knows. */
export const limitsOf = ({ protocolLimits, protocolFeatures }: HeardFactsheet): RobotLimits => {
  const { maxArrayLens, maxStringLens, timing } = protocolLimits
  const edges = told(maxArrayLens['order.edges'])
  const most = [told(maxArrayLens['order.nodes']), edges && edges + 1, told(maxArrayLens['state.nodeStates'])]
  const nodes = Math.min(...most.map((count) => count ?? Number.POSITIVE_INFINITY))
  const idLength = told(maxStringLens.idLen)
  const { minOrderInterval = 0 } = timing
  const actions = protocolFeatures.agvActions.map(({ actionType }) => actionType)
  return {
    ...(Number.isFinite(nodes) && { nodes }),
    ...(minOrderInterval > 0 && { orderInterval: minOrderInterval * SECOND }),
    ...(idLength !== undefined && { idLength }),
    ...(actions.length > 0 && { actions }),
  }
}

const told = (limit: number | undefined): number | undefined =>
  limit !== undefined && limit >= 1 ? Math.floor(limit) : undefined
