/** A robot's body and mind: where it is, what order it has, and how both go on with time. No network. */
import type { NodePosition, Order, OrderEdge, OrderNode } from '#contracts/vda5050/order.ts'
import type { ActionStatus, StateError } from '#contracts/vda5050/state.ts'

export interface VehicleOptions {
  start: { nodeId: string; mapId: string; x: number; y: number }
  speedMps: number
  /** 100 unless told otherwise. */
  batteryPercent?: number
  /** How long a pick or a drop takes, in seconds; 3 unless told otherwise. */
  handlingSeconds?: number
}

export interface Task {
  actionId: string
  actionType: string
  status: ActionStatus
  /** Seconds of work still to be done. */
  left: number
}

/** Everything there is to know of it. Changed in place, by the functions of this file and of `accepting.ts`. */
export interface Vehicle {
  readonly options: Required<VehicleOptions>
  orderId: string
  orderUpdateId: number
  lastNodeId: string
  lastNodeSequenceId: number
  /** Ahead, in order; the unreleased horizon last. */
  nodes: OrderNode[]
  edges: OrderEdge[]
  /** Of the order, and instant ones, as they were given. Kept until the next order. */
  tasks: Task[]
  position: { x: number; y: number; theta: number; mapId: string }
  driving: boolean
  batteryPercent: number
  charging: boolean
  errors: StateError[]
}

const PERCENT_PER_METRE = 0.01
const PERCENT_PER_SECOND_CHARGING = 0.05
const PREPARING_SECONDS = 0.5
const QUICK_SECONDS = 0.5

export const createVehicle = (options: VehicleOptions): Vehicle => {
  const { start, batteryPercent = 100, handlingSeconds = 3 } = options
  return {
    options: { ...options, batteryPercent, handlingSeconds },
    orderId: '',
    orderUpdateId: 0,
    lastNodeId: start.nodeId,
    lastNodeSequenceId: 0,
    nodes: [],
    edges: [],
    tasks: [],
    position: { x: start.x, y: start.y, theta: 0, mapId: start.mapId },
    driving: false,
    batteryPercent,
    charging: false,
    errors: [],
  }
}

const isOver = ({ status }: Task): boolean => status === 'FINISHED' || status === 'FAILED'

export const isIdle = ({ nodes, edges, tasks }: Vehicle): boolean =>
  nodes.length === 0 && edges.length === 0 && tasks.every(isOver)

/** Tasks wait here until the robot stands on their node. */
export const takeOn = (vehicle: Vehicle, nodes: readonly OrderNode[]): void => {
  const { handlingSeconds } = vehicle.options
  for (const { actionId, actionType } of nodes.flatMap(({ actions }) => actions)) {
    const left = PREPARING_SECONDS + (['pick', 'drop'].includes(actionType) ? handlingSeconds : QUICK_SECONDS)
    vehicle.tasks.push({ actionId, actionType, status: 'WAITING', left })
  }
}

/** On the next node: its actions become due, one after the other, before it drives on. */
export const reach = (vehicle: Vehicle): void => {
  const node = vehicle.nodes.shift()
  if (node === undefined) return
  if (vehicle.edges[0] && vehicle.edges[0].sequenceId < node.sequenceId) vehicle.edges.shift()
  vehicle.lastNodeId = node.nodeId
  vehicle.lastNodeSequenceId = node.sequenceId
  const due = new Set(node.actions.map(({ actionId }) => actionId))
  for (const task of vehicle.tasks) if (due.has(task.actionId)) task.status = 'INITIALIZING'
}

/** Lets time pass. Answers whether anything happened that a state message should tell at once. */
export const advance = (vehicle: Vehicle, seconds: number): boolean => {
  let news = false
  let left = seconds
  if (vehicle.charging) charge(vehicle, PERCENT_PER_SECOND_CHARGING * seconds)
  while (left > 0) {
    const task = vehicle.tasks.find(({ status }) => status === 'INITIALIZING' || status === 'RUNNING')
    const step = task ? work(vehicle, task, left) : drive(vehicle, left)
    if (step === undefined) break
    left -= step.took
    news ||= step.news
  }
  return news
}

interface Step {
  took: number
  news: boolean
}

const work = (vehicle: Vehicle, task: Task, seconds: number): Step => {
  const before = task.status
  const wasDriving = vehicle.driving
  const took = Math.min(seconds, task.left)
  vehicle.driving = false
  task.left -= took
  task.status = task.left <= 0 ? 'FINISHED' : 'RUNNING'
  if (task.status === 'FINISHED' && task.actionType === 'startCharging') vehicle.charging = true
  if (task.status === 'FINISHED' && task.actionType === 'stopCharging') vehicle.charging = false
  return { took, news: before !== task.status || wasDriving }
}

/** Towards the next node, if it and the way there are released. Nothing when it stands. */
const drive = (vehicle: Vehicle, seconds: number): Step | undefined => {
  const [node, edge] = [vehicle.nodes[0], vehicle.edges[0]]
  const target = node?.nodePosition
  if (!node?.released || !target || (edge && !edge.released)) {
    const stopped = vehicle.driving
    vehicle.driving = false
    return stopped ? { took: seconds, news: true } : undefined
  }
  const started = !vehicle.driving
  vehicle.driving = true
  vehicle.charging = false
  const speed = Math.min(vehicle.options.speedMps, edge?.maxSpeed ?? Number.POSITIVE_INFINITY)
  const took = moveTowards(vehicle, target, speed, seconds)
  const arrived = vehicle.position.x === target.x && vehicle.position.y === target.y
  if (arrived) reach(vehicle)
  return { took, news: started || arrived }
}

/** Seconds it took: all of them unless the target is nearer. */
const moveTowards = (vehicle: Vehicle, target: NodePosition, speedMps: number, seconds: number): number => {
  const { position } = vehicle
  const [dx, dy] = [target.x - position.x, target.y - position.y]
  const metres = Math.hypot(dx, dy)
  const reachMetres = speedMps * seconds
  charge(vehicle, -PERCENT_PER_METRE * Math.min(metres, reachMetres))
  if (metres > 0) position.theta = Math.atan2(dy, dx)
  if (metres <= reachMetres) {
    vehicle.position = { ...position, x: target.x, y: target.y, mapId: target.mapId }
    return metres / speedMps
  }
  position.x += (dx / metres) * reachMetres
  position.y += (dy / metres) * reachMetres
  return seconds
}

const charge = (vehicle: Vehicle, percent: number): void => {
  vehicle.batteryPercent = Math.min(100, Math.max(0, vehicle.batteryPercent + percent))
}

export const refuse = (vehicle: Vehicle, errorType: string, about: Record<string, string>, why: string): void => {
  const errorReferences = Object.entries(about).map(([referenceKey, referenceValue]) => ({
    referenceKey,
    referenceValue,
  }))
  vehicle.errors.push({ errorType, errorLevel: 'WARNING', errorDescription: why, errorReferences })
}

/** Whether an order begins where the robot stands, or near enough. */
export const isWithinReach = ({ lastNodeId, position }: Vehicle, { nodes: [first] }: Order): boolean => {
  const place = first?.nodePosition
  if (first?.nodeId === lastNodeId || !place) return first?.nodeId === lastNodeId
  const metres = place.allowedDeviationXY ?? place.allowedDeviationXy ?? 0
  return place.mapId === position.mapId && Math.hypot(place.x - position.x, place.y - position.y) <= metres
}
