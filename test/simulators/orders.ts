/** Orders and instant actions written short. */
import type { Action } from '#contracts/vda5050/order.ts'

const header = {
  headerId: 1,
  timestamp: '2026-11-23T01:00:00.000Z',
  version: '2.1.0',
  manufacturer: 'M',
  serialNumber: 'S',
}

let actions = 0
export const action = (
  actionType: string,
  parameters: Record<string, string | number> = {},
  blockingType: Action['blockingType'] = 'HARD',
): Action => {
  actions += 1
  const actionParameters = Object.entries(parameters).map(([key, value]) => ({ key, value }))
  return { actionId: `${actionType}-${actions}`, actionType, blockingType, actionParameters }
}

export interface OrderDetails {
  orderId?: string
  orderUpdateId?: number
  /** The sequenceId of the first node. */
  from?: number
  /** What is to be done on a node, by its letter. */
  at?: Record<string, Action[]>
  onEdges?: Action[]
  /** Letters of nodes that are on F2, above those of F1. */
  above?: string
}

/** Nodes 10 m apart along x; `letters` are their names, capital when not released. */
export const order = (letters: string, details: OrderDetails = {}) => {
  const { orderId = 'o1', orderUpdateId = 0, from = 0, at = {}, onEdges = [], above = '' } = details
  const nodes = [...letters].map((letter, i) => {
    const nodeId = letter.toLowerCase()
    const mapId = above.includes(nodeId) ? 'F2' : 'F1'
    return {
      nodeId,
      sequenceId: from + 2 * i,
      released: letter === nodeId,
      nodePosition: { x: 10 * (nodeId.charCodeAt(0) - 97), y: 0, mapId, allowedDeviationXY: 3 },
      actions: at[nodeId] ?? [],
    }
  })
  const edges = nodes.slice(1).map((node, i) => ({
    edgeId: `e${from + i}`,
    sequenceId: from + 2 * i + 1,
    released: node.released,
    startNodeId: nodes[i]?.nodeId,
    endNodeId: node.nodeId,
    actions: onEdges,
  }))
  return { ...header, orderId, orderUpdateId, nodes, edges }
}

export const instantly = (...actions: Action[]) => ({ ...header, actions })
