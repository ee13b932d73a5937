/** A robot's body and mind: what there is to know of it, and the small questions everybody asks. No network. */
import type { Action, OrderEdge, OrderNode } from '#contracts/vda5050/order.ts'
import type { ActionStatus, State, StateError } from '#contracts/vda5050/state.ts'

export interface Place {
  mapId: string
  x: number
  y: number
}

/** The longest lists it takes, by their names in the factsheet; 0, like none, is no limit. */
export type ListLimits = Partial<
  Record<'order.nodes' | 'order.edges' | 'node.actions' | 'instantActions' | 'state.nodeStates', number>
>

export interface VehicleOptions {
  start: Place & { nodeId: string }
  speedMps: number
  /** 100 unless told otherwise. */
  batteryPercent?: number
  /** How long a pick or a drop takes, in seconds; 3 unless told otherwise. */
  handlingSeconds?: number
  /** How long it is on an edge between two floors, which it does not drive; 1 unless told otherwise. */
  rideSeconds?: number
  /** After such an edge it thinks that it is still on the old map, until initPosition; else it sees where it is. */
  needsMapChange?: boolean
  /** One that a person loads knows no pick and no drop, and nothing of its load. By itself unless told otherwise. */
  handling?: 'robot' | 'person'
  /** None unless told otherwise. */
  limits?: ListLimits
}

export interface Task {
  readonly action: Action
  status: ActionStatus
  /** Seconds of work still to be done. */
  left: number
  result?: string
}

export interface Load {
  loadId?: string
  loadType?: string
  loadPosition: string
}

export type OperatingMode = State['operatingMode']

/** Changed in place, by the functions of this folder. */
export interface Vehicle {
  readonly options: Required<VehicleOptions>
  orderId: string
  orderUpdateId: number
  /** Then no update of the order is taken any more. */
  cancelled: boolean
  lastNodeId: string
  lastNodeSequenceId: number
  /** Ahead, in order; the unreleased horizon last. */
  nodes: OrderNode[]
  edges: OrderEdge[]
  /** Of the order, and instant ones, as they were given. Kept until the next order. */
  tasks: Task[]
  /** Where it thinks it is. */
  position: Place & { theta: number }
  /** The floor it really is on, by the name of its map. */
  floor: string
  /** Seconds of a ride between floors still to come, while it is on one. */
  ride: number | undefined
  driving: boolean
  paused: boolean
  /** Something stands in its way. */
  obstructed: boolean
  batteryPercent: number
  charging: boolean
  mode: OperatingMode
  loads: Load[]
  /** What it has refused, until it takes an order. */
  errors: StateError[]
  /** What is wrong with it, until that is put right. */
  faults: StateError[]
}

export const createVehicle = (options: VehicleOptions): Vehicle => {
  const { start, batteryPercent = 100, handlingSeconds = 3, rideSeconds = 1 } = options
  const { needsMapChange = false, handling = 'robot', limits = {} } = options
  const { nodeId, mapId, x, y } = start
  return {
    options: { ...options, batteryPercent, handlingSeconds, rideSeconds, needsMapChange, handling, limits },
    orderId: '',
    orderUpdateId: 0,
    cancelled: false,
    lastNodeId: nodeId,
    lastNodeSequenceId: 0,
    nodes: [],
    edges: [],
    tasks: [],
    position: { mapId, x, y, theta: 0 },
    floor: mapId,
    ride: undefined,
    driving: false,
    paused: false,
    obstructed: false,
    batteryPercent,
    charging: false,
    mode: 'AUTOMATIC',
    loads: [],
    errors: [],
    faults: [],
  }
}

export const isOver = ({ status }: Task): boolean => status === 'FINISHED' || status === 'FAILED'

/** Triggered, and still to be done; in the order in which they are to be done. */
export const dueTasks = ({ tasks }: Vehicle): Task[] =>
  tasks.filter(({ status }) => status === 'INITIALIZING' || status === 'RUNNING')

/** VDA 5050 2.1, 6.6.2: a horizon left over is an order under way. */
export const isIdle = ({ nodes, edges, tasks }: Vehicle): boolean =>
  nodes.length === 0 && edges.length === 0 && tasks.every(isOver)

export const isOutOfOrder = ({ faults }: Vehicle): boolean => faults.some(({ errorLevel }) => errorLevel === 'FATAL')

/** Nothing is left of an order but the fate of its actions. */
export const dropOrder = (vehicle: Vehicle): void => {
  Object.assign(vehicle, { nodes: [], edges: [], driving: false, ride: undefined })
  for (const task of vehicle.tasks) if (!isOver(task)) task.status = 'FAILED'
}

export const chargeBy = (vehicle: Vehicle, percent: number): void => {
  vehicle.batteryPercent = Math.min(100, Math.max(0, vehicle.batteryPercent + percent))
}

export const errorOf = (
  errorType: string,
  errorLevel: StateError['errorLevel'],
  errorDescription: string,
  about: Readonly<Record<string, string>> = {},
): StateError => ({
  errorType,
  errorLevel,
  errorDescription,
  errorReferences: Object.entries(about).map(([referenceKey, referenceValue]) => ({ referenceKey, referenceValue })),
})

/** Tells of it until the next order it takes; the same once. */
export const refuse = (vehicle: Vehicle, type: string, about: Readonly<Record<string, string>>, why: string): void => {
  const error = errorOf(type, 'WARNING', why, about)
  const isTold = vehicle.errors.some((known) => JSON.stringify(known) === JSON.stringify(error))
  if (!isTold) vehicle.errors.push(error)
}
