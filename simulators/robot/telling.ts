/** What a robot says of itself: VDA 5050 messages of 2.0 and 2.1. */
import type { Connection, ConnectionState } from '#contracts/vda5050/connection.ts'
import type { Factsheet } from '#contracts/vda5050/factsheet.ts'
import type { Header, VdaTopic, VdaVersion } from '#contracts/vda5050/header.ts'
import type { State } from '#contracts/vda5050/state.ts'
import type { Visualization } from '#contracts/vda5050/visualization.ts'
import type { Vehicle } from './vehicle.ts'

export interface Identity {
  manufacturer: string
  serialNumber: string
  vdaVersion: VdaVersion
}

const HEADER_IDS = 2 ** 32

/** `now` is read once for each message; headerIds are counted for each topic. */
export const createTelling = (vehicle: Vehicle, identity: Identity, now: () => number) => {
  const told = new Map<VdaTopic, number>()

  const header = (topic: VdaTopic): Header => {
    const headerId = told.get(topic) ?? 0
    told.set(topic, (headerId + 1) % HEADER_IDS)
    const { manufacturer, serialNumber, vdaVersion: version } = identity
    return { headerId, timestamp: new Date(now()).toISOString(), version, manufacturer, serialNumber }
  }

  const agvPosition = () => ({ ...vehicle.position, positionInitialized: true })

  return {
    connection: (connectionState: ConnectionState): Connection => ({ ...header('connection'), connectionState }),
    state: (): State => ({ ...header('state'), ...stateOf(vehicle), agvPosition: agvPosition() }),
    visualization: (): Visualization => ({ ...header('visualization'), agvPosition: agvPosition() }),
    factsheet: (): Factsheet => ({ ...header('factsheet'), ...factsOf(vehicle) }),
  }
}

const stateOf = (vehicle: Vehicle): Omit<State, keyof Header> => ({
  orderId: vehicle.orderId,
  orderUpdateId: vehicle.orderUpdateId,
  lastNodeId: vehicle.lastNodeId,
  lastNodeSequenceId: vehicle.lastNodeSequenceId,
  nodeStates: vehicle.nodes.map(({ nodeId, sequenceId, released }) => ({ nodeId, sequenceId, released })),
  edgeStates: vehicle.edges.map(({ edgeId, sequenceId, released }) => ({ edgeId, sequenceId, released })),
  driving: vehicle.driving,
  actionStates: vehicle.tasks.map(({ actionId, actionType, status }) => ({
    actionId,
    actionType,
    actionStatus: status,
  })),
  batteryState: { batteryCharge: vehicle.batteryPercent, charging: vehicle.charging },
  operatingMode: 'AUTOMATIC',
  errors: vehicle.errors,
  safetyState: { eStop: 'NONE', fieldViolation: false },
})

const factsOf = ({ options }: Vehicle): Omit<Factsheet, keyof Header> => ({
  typeSpecification: {
    seriesName: 'hall runner',
    agvKinematic: 'DIFF',
    agvClass: 'CARRIER',
    maxLoadMass: 10,
    localizationTypes: ['NATURAL'],
    navigationTypes: ['VIRTUAL_LINE_GUIDED'],
  },
  physicalParameters: {
    speedMin: 0.05,
    speedMax: options.speedMps,
    accelerationMax: 0.5,
    decelerationMax: 1,
    heightMax: 1.2,
    width: 0.5,
    length: 0.6,
  },
  protocolLimits: {
    maxStringLens: {},
    maxArrayLens: {},
    timing: { minOrderInterval: 0.1, minStateInterval: 0.1, defaultStateInterval: 30 },
  },
  protocolFeatures: {
    optionalParameters: [],
    agvActions: [
      ...(['pick', 'drop'] as const).map((actionType) => ({ actionType, actionScopes: ['NODE' as const] })),
      ...(['cancelOrder', 'stateRequest', 'factsheetRequest', 'startCharging', 'stopCharging'] as const).map(
        (actionType) => ({ actionType, actionScopes: ['INSTANT' as const] }),
      ),
    ],
  },
  agvGeometry: {},
  loadSpecification: {},
})
