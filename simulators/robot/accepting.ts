/** What a robot does with an order: takes it, knows it already, or refuses it with a reason. VDA 5050 2.1, 6.6. */
import { z } from 'zod'
import { Order } from '#contracts/vda5050/order.ts'
import { wrongWithAction } from './actions.ts'
import { reach, takeOn } from './driving.ts'
import { isIdle, refuse, type Vehicle } from './vehicle.ts'

/** Answers whether a state message should tell of it. A repeat of the order it has is nothing new. */
export const takeOrder = (vehicle: Vehicle, json: unknown): boolean => {
  const read = Order.safeParse(json)
  if (!read.success) {
    const orderId = typeof json === 'object' && json !== null && 'orderId' in json ? String(json.orderId) : ''
    refuse(vehicle, 'validationError', { orderId }, read.error.issues[0]?.message ?? 'unreadable')
    return true
  }
  const order = read.data
  const { orderId, orderUpdateId } = order
  if (orderId === vehicle.orderId && orderUpdateId === vehicle.orderUpdateId) return false
  const isUpdate = orderId === vehicle.orderId
  const wrong =
    wrongNow(vehicle) ??
    wrongWithForm(order, json) ??
    wrongWithLength(vehicle, order) ??
    wrongWithActions(vehicle, order) ??
    (isUpdate ? wrongWithUpdate(vehicle, order) : wrongWithNew(vehicle, order))
  if (wrong) {
    const { type, why, about = {}, also } = wrong
    refuse(vehicle, type, { orderId, orderUpdateId: String(orderUpdateId), ...about }, why)
    if (also) refuse(vehicle, also, about, why)
    return true
  }
  vehicle.errors = []
  vehicle.orderUpdateId = orderUpdateId
  if (isUpdate) extend(vehicle, order)
  else begin(vehicle, order)
  return true
}

/** `also` is a second error, for the reason alone. */
type Wrong = { type: string; why: string; about?: Record<string, string>; also?: string } | undefined

const wrongNow = ({ mode, charging }: Vehicle): Wrong => {
  if (mode !== 'AUTOMATIC' && mode !== 'SEMIAUTOMATIC')
    return { type: 'orderError', why: 'it is not driven by orders', about: { operatingMode: mode } }
  if (charging) return { type: 'orderError', why: 'it is charging', about: { 'batteryState.charging': 'true' } }
  return undefined
}

/** Fields that say how to drive an edge, for robots that can: this one goes straight. 6.6.4.2. */
const unknown = z.never().optional()
const Plain = z.object({
  zoneSetId: unknown,
  edges: z.array(z.object({ trajectory: unknown, orientation: unknown, direction: unknown })),
})

const wrongWithForm = ({ nodes, edges }: Order, json: unknown): Wrong => {
  const joins = edges.every((e, i) => e.startNodeId === nodes[i]?.nodeId && e.endNodeId === nodes[i + 1]?.nodeId)
  if (!joins) return { type: 'validationError', why: 'an edge does not join the nodes beside it' }
  const path = Plain.safeParse(json).error?.issues[0]?.path.join('.')
  return path === undefined ? undefined : { type: 'orderError', why: 'it cannot use a field', about: { field: path } }
}

const wrongWithLength = ({ options }: Vehicle, { nodes, edges }: Order): Wrong => {
  const lengths = {
    'order.nodes': nodes.length,
    'order.edges': edges.length,
    'node.actions': Math.max(...nodes.map(({ actions }) => actions.length)),
    'state.nodeStates': nodes.filter(({ released }) => released).length,
  } as const
  for (const name of ['order.nodes', 'order.edges', 'node.actions', 'state.nodeStates'] as const) {
    const limit = options.limits[name] ?? 0
    if (limit > 0 && lengths[name] > limit)
      return { type: 'orderError', why: `${lengths[name]} are more than ${limit}`, about: { maxArrayLens: name } }
  }
  return undefined
}

/** It does nothing on edges but drive. */
const wrongWithActions = (vehicle: Vehicle, { nodes, edges }: Order): Wrong => {
  const asked = [
    ...edges.flatMap(({ actions }) => actions.map((action) => [action, 'EDGE'] as const)),
    ...nodes.flatMap(({ actions }) => actions.map((action) => [action, 'NODE'] as const)),
  ]
  for (const [action, scope] of asked) {
    const wrong = wrongWithAction(vehicle, action, scope)
    const { actionId, actionType } = action
    if (wrong?.parameter !== undefined)
      return { type: 'orderError', why: wrong.why, about: { actionId, actionType, actionParameter: wrong.parameter } }
    if (wrong)
      return { type: 'orderError', why: wrong.why, about: { actionId, actionType }, also: 'actionNotSupported' }
  }
  return undefined
}

const wrongWithNew = (vehicle: Vehicle, order: Order): Wrong => {
  if (!isIdle(vehicle)) return { type: 'orderError', why: 'another order is under way' }
  if (order.nodes.slice(1).some(({ nodePosition }) => !nodePosition))
    return { type: 'noRouteError', why: 'a node without a position' }
  if (!isWithinReach(vehicle, order)) return { type: 'noRouteError', why: 'the first node is out of reach' }
  return undefined
}

/** How far from a node still counts as on it, in metres, where an order does not say so. */
const OWN_TOLERANCE = 0.5

/** Whether an order begins where the robot stands, or near enough. */
const isWithinReach = ({ lastNodeId, position }: Vehicle, { nodes: [first] }: Order): boolean => {
  const place = first?.nodePosition
  if (!place) return first?.nodeId === lastNodeId
  const metres = Math.max(OWN_TOLERANCE, place.allowedDeviationXY ?? place.allowedDeviationXy ?? 0)
  return place.mapId === position.mapId && Math.hypot(place.x - position.x, place.y - position.y) <= metres
}

/** 6.6.2: an update begins with the last node of the base, or, once that is driven, with the last node passed. */
const wrongWithUpdate = (vehicle: Vehicle, { orderUpdateId, nodes }: Order): Wrong => {
  const type = 'orderUpdateError'
  if (orderUpdateId < vehicle.orderUpdateId) return { type, why: 'older than the order it has' }
  if (vehicle.cancelled) return { type, why: 'the order has been cancelled' }
  if (nodes.slice(1).some(({ nodePosition }) => !nodePosition)) return { type, why: 'a node without a position' }
  const base = vehicle.nodes.filter(({ released }) => released).at(-1)
  const [nodeId, sequenceId] = base ? [base.nodeId, base.sequenceId] : [vehicle.lastNodeId, vehicle.lastNodeSequenceId]
  return nodes[0]?.nodeId === nodeId && nodes[0].sequenceId === sequenceId
    ? undefined
    : { type, why: `does not go on from ${nodeId} (${sequenceId})` }
}

const begin = (vehicle: Vehicle, order: Order): void => {
  Object.assign(vehicle, { orderId: order.orderId, cancelled: false, tasks: [] })
  vehicle.nodes = [...order.nodes]
  vehicle.edges = [...order.edges]
  takeOn(vehicle, order.nodes)
  reach(vehicle)
}

/** The horizon gives way to what the update brings. The node both have in common stays as it was first sent. */
const extend = (vehicle: Vehicle, order: Order): void => {
  const horizon = vehicle.nodes.filter(({ released }) => !released).flatMap(({ actions }) => actions)
  const dropped = new Set(horizon.map(({ actionId }) => actionId))
  vehicle.tasks = vehicle.tasks.filter(({ action }) => !dropped.has(action.actionId))
  vehicle.nodes = [...vehicle.nodes.filter(({ released }) => released), ...order.nodes.slice(1)]
  vehicle.edges = [...vehicle.edges.filter(({ released }) => released), ...order.edges]
  takeOn(vehicle, order.nodes.slice(1))
}
