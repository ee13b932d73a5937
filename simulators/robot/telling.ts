/** What a robot says of itself: VDA 5050 messages of 2.0 and 2.1. */
import type { Connection, ConnectionState } from '#contracts/vda5050/connection.ts'
import type { Header, VdaTopic, VdaVersion } from '#contracts/vda5050/header.ts'
import type { State } from '#contracts/vda5050/state.ts'
import type { Visualization } from '#contracts/vda5050/visualization.ts'
import { wantsBase } from './driving.ts'
import { factsOf } from './facts.ts'
import type { Load, Vehicle } from './vehicle.ts'

export interface Identity {
  manufacturer: string
  serialNumber: string
  vdaVersion: VdaVersion
}

/** With the optional fields it knows. */
interface ToldState extends State {
  newBaseRequest: boolean
  /** Absent where it cannot tell what is on it. */
  loads?: Load[]
}

const HEADER_IDS = 2 ** 32

/** Nobody measures finer than a tenth of a millimetre, or a hundredth of a per cent. */
const rounded = (value: number, digits: number): number => Number(value.toFixed(digits))

/** `now` is read once for each message; headerIds are counted for each topic. */
export const createTelling = (vehicle: Vehicle, identity: Identity, now: () => number) => {
  const told = new Map<VdaTopic, number>()

  const header = (topic: VdaTopic): Header => {
    const headerId = told.get(topic) ?? 0
    told.set(topic, (headerId + 1) % HEADER_IDS)
    const { manufacturer, serialNumber, vdaVersion: version } = identity
    return { headerId, timestamp: new Date(now()).toISOString(), version, manufacturer, serialNumber }
  }

  const agvPosition = () => {
    const { x, y, theta, mapId } = vehicle.position
    return { x: rounded(x, 4), y: rounded(y, 4), theta: rounded(theta, 4), mapId, positionInitialized: true }
  }

  return {
    connection: (connectionState: ConnectionState): Connection => ({ ...header('connection'), connectionState }),
    state: (): ToldState => ({ ...header('state'), ...stateOf(vehicle), agvPosition: agvPosition() }),
    visualization: (): Visualization => ({ ...header('visualization'), agvPosition: agvPosition() }),
    factsheet: () => ({ ...header('factsheet'), ...factsOf(vehicle) }),
  }
}

const stateOf = (vehicle: Vehicle): Omit<ToldState, keyof Header> => ({
  orderId: vehicle.orderId,
  orderUpdateId: vehicle.orderUpdateId,
  lastNodeId: vehicle.lastNodeId,
  lastNodeSequenceId: vehicle.lastNodeSequenceId,
  nodeStates: vehicle.nodes.map(({ nodeId, sequenceId, released }) => ({ nodeId, sequenceId, released })),
  edgeStates: vehicle.edges.map(({ edgeId, sequenceId, released }) => ({ edgeId, sequenceId, released })),
  driving: vehicle.driving,
  paused: vehicle.paused,
  newBaseRequest: wantsBase(vehicle),
  ...(vehicle.options.handling === 'robot' && { loads: vehicle.loads }),
  actionStates: vehicle.tasks.map(({ action: { actionId, actionType }, status, result }) => ({
    actionId,
    actionType,
    actionStatus: status,
    ...(result !== undefined && { resultDescription: result }),
  })),
  batteryState: { batteryCharge: rounded(vehicle.batteryPercent, 2), charging: vehicle.charging },
  operatingMode: vehicle.mode,
  errors: [...vehicle.faults, ...vehicle.errors],
  safetyState: { eStop: 'NONE', fieldViolation: vehicle.obstructed },
})
