/** Fifty robots on one connection each, that do what they are told and tell their state a second after the last. */
import { connectAsync, type MqttClient } from 'mqtt'
import type { Site } from '#contracts/site.ts'
import type { SiteRobot } from '#contracts/siteFleet.ts'
import { topicOf } from '#contracts/vda5050/header.ts'
import { Order } from '#contracts/vda5050/order.ts'

/** One node in so many milliseconds: 1.5 m at 0.75 m/s. */
const NODE_MS = 2000
const STATE_MS = 1000

const startMover = async (url: string, site: Site, robot: SiteRobot): Promise<{ close(): Promise<void> }> => {
  const { manufacturer, serialNumber, homeNodeId } = robot
  const address = { interfaceName: site.interfaceName, manufacturer, serialNumber }
  const client: MqttClient = await connectAsync(url, { protocolVersion: 4, reconnectPeriod: 0 })
  const at = { orderId: '', orderUpdateId: 0, lastNodeId: String(homeNodeId), lastNodeSequenceId: 0 }
  let ahead: Order['nodes'] = []
  let edges: Order['edges'] = []
  let actions: { actionId: string; actionType: string; actionStatus: string }[] = []
  let headerId = 0
  let timer: NodeJS.Timeout | undefined

  const tell = (): void => {
    const state = {
      headerId: headerId++,
      timestamp: new Date().toISOString(),
      version: '2.0.0',
      manufacturer,
      serialNumber,
      ...at,
      nodeStates: ahead.map(({ nodeId, sequenceId, released }) => ({ nodeId, sequenceId, released })),
      edgeStates: edges.map(({ edgeId, sequenceId, released }) => ({ edgeId, sequenceId, released })),
      driving: ahead[0]?.released ?? false,
      actionStates: actions,
      batteryState: { batteryCharge: 90, charging: false },
      operatingMode: 'AUTOMATIC',
      errors: [],
      safetyState: { eStop: 'NONE', fieldViolation: false },
    }
    client.publish(topicOf(address, 'state'), JSON.stringify(state))
    clearTimeout(timer)
    timer = setTimeout(tell, STATE_MS)
  }

  const take = (order: Order): void => {
    if (order.orderId === at.orderId && order.orderUpdateId <= at.orderUpdateId) return
    if (order.orderId !== at.orderId) Object.assign(at, { lastNodeSequenceId: 0 })
    Object.assign(at, { orderId: order.orderId, orderUpdateId: order.orderUpdateId })
    ahead = [...ahead.filter(({ released }) => released), ...order.nodes.slice(1)]
    edges = [...edges.filter(({ released }) => released), ...order.edges]
    actions = order.nodes
      .flatMap((node) => node.actions)
      .map(({ actionId, actionType }) => ({ actionId, actionType, actionStatus: 'WAITING' }))
    tell()
  }

  const drive = (): void => {
    const [next] = ahead
    if (next?.released) {
      ahead = ahead.slice(1)
      edges = edges.slice(1)
      Object.assign(at, { lastNodeId: next.nodeId, lastNodeSequenceId: next.sequenceId })
    }
    if (ahead.length === 0) actions = actions.map((action) => ({ ...action, actionStatus: 'FINISHED' }))
  }

  client.on('message', (topic, payload) => {
    if (topic.endsWith('/order')) take(Order.parse(JSON.parse(payload.toString())))
  })
  await client.subscribeAsync(topicOf(address, 'order'))
  const driving = setInterval(drive, NODE_MS)
  tell()
  return {
    close: async () => {
      clearInterval(driving)
      clearTimeout(timer)
      await client.endAsync(true)
    },
  }
}

export const startMovers = async (url: string, site: Site): Promise<{ close(): Promise<void> }> => {
  const movers = await Promise.all(site.robots.map((robot) => startMover(url, site, robot)))
  return { close: async () => void (await Promise.all(movers.map((mover) => mover.close()))) }
}
