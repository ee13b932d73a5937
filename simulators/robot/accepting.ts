/** What a robot does with an order or an instant action: takes it, knows it already, or refuses it with a reason. */
import { InstantActions } from '#contracts/vda5050/instantActions.ts'
import { Order } from '#contracts/vda5050/order.ts'
import { isIdle, isWithinReach, reach, refuse, takeOn, type Vehicle } from './vehicle.ts'

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
  const about = { orderId, orderUpdateId: String(orderUpdateId) }
  const isUpdate = orderId === vehicle.orderId
  const wrong = isUpdate ? wrongWithUpdate(vehicle, order) : wrongWithNew(vehicle, order)
  if (wrong) {
    refuse(vehicle, wrong.type, about, wrong.why)
    return true
  }
  vehicle.errors = []
  vehicle.orderUpdateId = orderUpdateId
  if (isUpdate) extend(vehicle, order)
  else begin(vehicle, order)
  return true
}

type Wrong = { type: string; why: string } | undefined

const wrongWithNew = (vehicle: Vehicle, order: Order): Wrong => {
  if (!isIdle(vehicle)) return { type: 'orderError', why: 'another order is under way' }
  if (order.nodes.slice(1).some(({ nodePosition }) => !nodePosition))
    return { type: 'noRouteError', why: 'a node without a position' }
  if (!isWithinReach(vehicle, order)) return { type: 'noRouteError', why: 'the first node is out of reach' }
  return undefined
}

/** VDA 5050 2.1, 6.6.2: an update begins with the last node of the base. */
const wrongWithUpdate = (vehicle: Vehicle, { orderUpdateId, nodes: [first] }: Order): Wrong => {
  if (orderUpdateId < vehicle.orderUpdateId) return { type: 'orderUpdateError', why: 'older than the order it has' }
  const base = vehicle.nodes.filter(({ released }) => released).at(-1)
  const [nodeId, sequenceId] = base ? [base.nodeId, base.sequenceId] : [vehicle.lastNodeId, vehicle.lastNodeSequenceId]
  return first?.nodeId === nodeId && first.sequenceId === sequenceId
    ? undefined
    : { type: 'orderUpdateError', why: `does not go on from ${nodeId} (${sequenceId})` }
}

const begin = (vehicle: Vehicle, order: Order): void => {
  vehicle.orderId = order.orderId
  vehicle.nodes = [...order.nodes]
  vehicle.edges = [...order.edges]
  vehicle.tasks = []
  takeOn(vehicle, order.nodes)
  reach(vehicle)
}

/** The horizon gives way to what the update brings. */
const extend = (vehicle: Vehicle, order: Order): void => {
  const horizon = vehicle.nodes.filter(({ released }) => !released).flatMap(({ actions }) => actions)
  const dropped = new Set(horizon.map(({ actionId }) => actionId))
  vehicle.tasks = vehicle.tasks.filter(({ actionId }) => !dropped.has(actionId))
  vehicle.nodes = [...vehicle.nodes.filter(({ released }) => released), ...order.nodes.slice(1)]
  vehicle.edges = [...vehicle.edges.filter(({ released }) => released), ...order.edges]
  takeOn(vehicle, order.nodes.slice(1))
}

export interface Asked {
  state: boolean
  factsheet: boolean
}

/** Does at once what can be done at once, and answers what is to be told. An action it has had already is not new. */
export const takeInstantActions = (vehicle: Vehicle, json: unknown): Asked => {
  const read = InstantActions.safeParse(json)
  const asked: Asked = { state: true, factsheet: false }
  if (!read.success) {
    const about = { topic: 'instantActions' }
    refuse(vehicle, 'validationError', about, read.error.issues[0]?.message ?? 'unreadable')
    return asked
  }
  for (const { actionId, actionType } of read.data.actions ?? read.data.instantActions ?? []) {
    if (vehicle.tasks.some((task) => task.actionId === actionId)) continue
    const done = doAtOnce(vehicle, actionId, actionType)
    vehicle.tasks.push({ actionId, actionType, status: done ? 'FINISHED' : 'FAILED', left: 0 })
    asked.factsheet ||= actionType === 'factsheetRequest'
  }
  return asked
}

const doAtOnce = (vehicle: Vehicle, actionId: string, actionType: string): boolean => {
  switch (actionType) {
    case 'stateRequest':
    case 'factsheetRequest':
      return true
    case 'startCharging':
    case 'stopCharging':
      vehicle.charging = actionType === 'startCharging' && isIdle(vehicle)
      return vehicle.charging === (actionType === 'startCharging')
    case 'cancelOrder':
      if (isIdle(vehicle)) {
        refuse(vehicle, 'noOrderToCancel', { topic: 'instantActions', actionId }, 'no order is under way')
        return false
      }
      vehicle.nodes = []
      vehicle.edges = []
      vehicle.driving = false
      for (const task of vehicle.tasks) if (task.status !== 'FINISHED') task.status = 'FAILED'
      return true
    default:
      return false
  }
}
