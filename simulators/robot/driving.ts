/** How a robot goes on with time: it drives, rides between floors, works and charges. */
import type { NodePosition, OrderNode } from '#contracts/vda5050/order.ts'
import { durationOf, takeEffect } from './actions.ts'
import { chargeBy, dueTasks, errorOf, isOutOfOrder, refuse, type Task, type Vehicle } from './vehicle.ts'

const PERCENT_PER_METRE = 0.01
const PERCENT_PER_SECOND_CHARGING = 0.05
const NEAR_METRES = 3

/** Tasks wait here until the robot stands on their node. */
export const takeOn = (vehicle: Vehicle, nodes: readonly OrderNode[]): void => {
  for (const action of nodes.flatMap(({ actions }) => actions))
    vehicle.tasks.push({ action, status: 'WAITING', left: durationOf(vehicle, action) })
}

/** On the next node: its actions become due. */
export const reach = (vehicle: Vehicle): void => {
  const node = vehicle.nodes.shift()
  if (node === undefined) return
  if (vehicle.edges[0] && vehicle.edges[0].sequenceId < node.sequenceId) vehicle.edges.shift()
  vehicle.lastNodeId = node.nodeId
  vehicle.lastNodeSequenceId = node.sequenceId
  const due = new Set(node.actions.map(({ actionId }) => actionId))
  for (const task of vehicle.tasks) if (due.has(task.action.actionId)) task.status = 'INITIALIZING'
}

/** VDA 5050 2.1, 6.10.3: the base is nearly driven, and a horizon waits behind it. */
export const wantsBase = ({ nodes, position, floor }: Vehicle): boolean => {
  if (nodes.at(-1)?.released !== false) return false
  const base = nodes.filter(({ released }) => released).flatMap(({ nodePosition }) => nodePosition ?? [])
  const ahead = base.filter(({ mapId }) => mapId === floor)
  const metres = ahead.map(({ x, y }, i) =>
    Math.hypot(x - (ahead[i - 1] ?? position).x, y - (ahead[i - 1] ?? position).y),
  )
  return metres.reduce((sum, leg) => sum + leg, 0) <= NEAR_METRES
}

/** Lets time pass. Answers whether anything happened that a state message should tell at once. */
export const advance = (vehicle: Vehicle, seconds: number): boolean => {
  const wanted = wantsBase(vehicle)
  if (vehicle.charging) chargeBy(vehicle, PERCENT_PER_SECOND_CHARGING * seconds)
  let news = false
  let left = seconds
  while (left > 0) {
    const working = tasksAtWork(vehicle)
    const leg = mayDrive(vehicle) ? legAhead(vehicle) : undefined
    if (leg && isAstray(vehicle, leg)) {
      vehicle.faults.push(errorOf('localizationError', 'FATAL', `${vehicle.position.mapId} is not the floor it sees`))
      news = true
      continue
    }
    const drives = leg !== undefined && !leg.isRide
    news ||= vehicle.driving !== drives
    vehicle.driving = drives
    if (leg === undefined && working.length === 0) break
    const slice = Math.min(left, leg?.seconds ?? left, ...working.map((task) => task.left))
    for (const task of working) news = work(vehicle, task, slice) || news
    if (leg) news = follow(vehicle, leg, slice) || news
    left -= slice
  }
  return news || wanted !== wantsBase(vehicle)
}

/** VDA 5050 2.1, 6.12: in their order; a HARD one alone, others together. */
const tasksAtWork = (vehicle: Vehicle): Task[] => {
  if (isOutOfOrder(vehicle)) return []
  const due = dueTasks(vehicle)
  const hard = due.findIndex(({ action }) => action.blockingType === 'HARD')
  return hard < 0 ? due : due.slice(0, Math.max(1, hard))
}

/** Work on `seconds` of it, at most what is left. Answers whether its status has changed. */
const work = (vehicle: Vehicle, task: Task, seconds: number): boolean => {
  const before = task.status
  task.left -= seconds
  task.status = task.left > 0 ? 'RUNNING' : 'FINISHED'
  if (task.status !== 'FINISHED') return before !== task.status
  const { actionId, actionType } = task.action
  const failure = takeEffect(vehicle, task.action, 'NODE')
  if (failure === undefined) return true
  Object.assign(task, { status: 'FAILED', result: failure })
  refuse(vehicle, `${actionType}Error`, { orderId: vehicle.orderId, actionId }, failure)
  return true
}

const mayDrive = (vehicle: Vehicle): boolean =>
  !vehicle.paused &&
  !vehicle.charging &&
  !vehicle.obstructed &&
  vehicle.batteryPercent > 0 &&
  !isOutOfOrder(vehicle) &&
  dueTasks(vehicle).every(({ action }) => action.blockingType === 'NONE')

/** The way to the next node, and how long it takes. */
interface Leg {
  target: NodePosition
  seconds: number
  isRide: boolean
}

/** On a floor whose map it does not use it cannot find its way. */
const isAstray = ({ position, floor }: Vehicle, { isRide, seconds }: Leg): boolean =>
  position.mapId !== floor && !isRide && seconds > 0

/** Nothing at the end of the base. */
const legAhead = ({ nodes: [node], edges: [edge], options, position, floor, ride }: Vehicle): Leg | undefined => {
  const target = node?.nodePosition
  if (!node?.released || !target || edge?.released === false) return undefined
  if (target.mapId !== floor) return { target, seconds: ride ?? options.rideSeconds, isRide: true }
  const speedMps = Math.min(options.speedMps, edge?.maxSpeed ?? Number.POSITIVE_INFINITY)
  return { target, seconds: Math.hypot(target.x - position.x, target.y - position.y) / speedMps, isRide: false }
}

/** Answers whether it has come to the node. */
const follow = (vehicle: Vehicle, { target, seconds, isRide }: Leg, passed: number): boolean => {
  const isThere = passed >= seconds
  if (isRide) vehicle.ride = isThere ? undefined : seconds - passed
  else driveTowards(vehicle, target, seconds === 0 ? 1 : passed / seconds)
  if (!isThere) return false
  const { mapId, theta } = vehicle.position
  const sees = isRide && !vehicle.options.needsMapChange
  vehicle.position = { x: target.x, y: target.y, theta: target.theta ?? theta, mapId: sees ? target.mapId : mapId }
  vehicle.floor = target.mapId
  reach(vehicle)
  return true
}

/** `share` of the way, 0..1. */
const driveTowards = (vehicle: Vehicle, target: NodePosition, share: number): void => {
  const { position } = vehicle
  const [dx, dy] = [(target.x - position.x) * share, (target.y - position.y) * share]
  if (dx !== 0 || dy !== 0) position.theta = Math.atan2(dy, dx)
  position.x += dx
  position.y += dy
  chargeBy(vehicle, -PERCENT_PER_METRE * Math.hypot(dx, dy))
}
