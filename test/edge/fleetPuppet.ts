/** A robot of the tests' own that speaks raw MQTT and does nothing by itself. */
import { connectAsync, type MqttClient } from 'mqtt'
import { z } from 'zod'

/** Where a robot of the small hall speaks. */
export const rootOf = (serialNumber: string): string => `uagv/v2/RobotCompany/${serialNumber}`

const HeardAction = z.looseObject({ actionType: z.string(), actionParameters: z.array(z.looseObject({})) })

const HeardOrder = z.looseObject({
  orderId: z.string(),
  orderUpdateId: z.int(),
  nodes: z.array(
    z.looseObject({
      nodeId: z.string(),
      sequenceId: z.int(),
      released: z.boolean(),
      actions: z.array(HeardAction),
    }),
  ),
  edges: z.array(z.looseObject({ edgeId: z.string(), sequenceId: z.int(), released: z.boolean() })),
})
export type HeardOrder = z.infer<typeof HeardOrder>

const HeardActions = z.looseObject({
  actions: z.array(z.looseObject({ actionId: z.string(), actionType: z.string() })).optional(),
  instantActions: z.array(z.looseObject({ actionId: z.string(), actionType: z.string() })).optional(),
})
export type HeardActions = z.infer<typeof HeardActions>

/** A state as VDA 5050 2.1 wants it, idle at n0. */
export const idleState = {
  headerId: 1,
  timestamp: '2026-11-23T01:00:00.000Z',
  version: '2.1.0',
  manufacturer: 'RobotCompany',
  serialNumber: '001',
  orderId: '',
  orderUpdateId: 0,
  lastNodeId: 'n0',
  lastNodeSequenceId: 0,
  nodeStates: [] as object[],
  edgeStates: [] as object[],
  driving: false,
  actionStates: [] as object[],
  batteryState: { batteryCharge: 100, charging: false },
  operatingMode: 'AUTOMATIC',
  errors: [] as object[],
  safetyState: { eStop: 'NONE', fieldViolation: false },
}

/** The state of a robot that has taken this order and stands on its node of that place; on the first unless told otherwise. */
export const stateWith = ({ orderId, orderUpdateId, nodes, edges }: HeardOrder, place = 0) => ({
  ...idleState,
  orderId,
  orderUpdateId,
  lastNodeId: nodes[place]?.nodeId ?? '',
  lastNodeSequenceId: nodes[place]?.sequenceId ?? 0,
  nodeStates: nodes.slice(place + 1) as object[],
  edgeStates: edges.slice(place) as object[],
})

export const connectionOf = (connectionState: string) => ({
  headerId: 1,
  timestamp: '2020-01-01T00:00:00.000Z',
  version: '2.1.0',
  manufacturer: 'RobotCompany',
  serialNumber: '001',
  connectionState,
})

export interface Puppet {
  client: MqttClient
  /** What has come in. */
  orders: HeardOrder[]
  actions: HeardActions[]
  /** From now on it hears that. */
  listen(...topics: ('order' | 'instantActions')[]): Promise<void>
  /** Text as it is, everything else as JSON. Connection and factsheet are retained. */
  say(topic: 'state' | 'connection' | 'factsheet', message: unknown): Promise<unknown>
  close(): Promise<void>
}

export const openPuppet = async (url: string, serialNumber = '001'): Promise<Puppet> => {
  const client = await connectAsync(url, { protocolVersion: 4, reconnectPeriod: 0 })
  const root = rootOf(serialNumber)
  const orders: HeardOrder[] = []
  const actions: HeardActions[] = []
  client.on('message', (topic, payload) => {
    const json: unknown = JSON.parse(payload.toString())
    if (topic.endsWith('/order')) orders.push(HeardOrder.parse(json))
    else actions.push(HeardActions.parse(json))
  })
  return {
    client,
    orders,
    actions,
    listen: async (...topics) => {
      await client.subscribeAsync(
        topics.map((topic) => `${root}/${topic}`),
        { qos: 1 },
      )
    },
    say: (topic, message) =>
      client.publishAsync(`${root}/${topic}`, typeof message === 'string' ? message : JSON.stringify(message), {
        qos: 1,
        retain: topic !== 'state',
      }),
    close: async () => {
      if (!client.connected) return
      for (const topic of ['connection', 'factsheet']) {
        await client.publishAsync(`${root}/${topic}`, '', { qos: 1, retain: true })
      }
      await client.endAsync()
    },
  }
}
