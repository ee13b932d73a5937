/** The VDA 5050 2.x order: strict, since we are the ones who write it. */
import { z } from 'zod'
import { Header } from './header.ts'

export const Action = z.object({
  actionId: z.string().min(1),
  actionType: z.string().min(1),
  blockingType: z.enum(['NONE', 'SOFT', 'HARD']),
  actionParameters: z
    .array(z.object({ key: z.string(), value: z.union([z.string(), z.number(), z.boolean()]) }))
    .optional(),
})
export type Action = z.infer<typeof Action>

const metres = z.number().nonnegative()

/** How far from the node still counts as on it is `allowedDeviationXy` in 2.0.0 and `allowedDeviationXY` in 2.1.0. */
export const NodePosition = z.object({
  x: z.number(),
  y: z.number(),
  theta: z.number().min(-Math.PI).max(Math.PI).optional(),
  mapId: z.string().min(1),
  allowedDeviationXy: metres.optional(),
  allowedDeviationXY: metres.optional(),
  allowedDeviationTheta: z.number().min(0).max(Math.PI).optional(),
})
export type NodePosition = z.infer<typeof NodePosition>

const onTheWay = { sequenceId: z.int().nonnegative(), released: z.boolean(), actions: z.array(Action) }

export const OrderNode = z.object({ nodeId: z.string().min(1), ...onTheWay, nodePosition: NodePosition.optional() })
export type OrderNode = z.infer<typeof OrderNode>

export const OrderEdge = z.object({
  edgeId: z.string().min(1),
  ...onTheWay,
  startNodeId: z.string().min(1),
  endNodeId: z.string().min(1),
  /** Metres a second. */
  maxSpeed: z.number().positive().optional(),
})
export type OrderEdge = z.infer<typeof OrderEdge>

/** Where to go and what to do there: an order without its head. */
export const OrderContent = z.object({
  orderId: z.string().min(1),
  orderUpdateId: z.int().nonnegative(),
  nodes: z.array(OrderNode).min(1),
  edges: z.array(OrderEdge),
})
export type OrderContent = z.infer<typeof OrderContent>

/** VDA 5050 2.1, 6.6.1: nodes and edges take turns in one count, a node first and last; the base comes before the horizon. */
const wrongWith = ({ nodes, edges }: OrderContent): string | undefined => {
  if (edges.length !== nodes.length - 1) return 'one edge fewer than nodes'
  if (!nodes[0]?.released) return 'the first node is released'
  const steps = [...nodes, ...edges].sort((a, b) => a.sequenceId - b.sequenceId)
  const first = nodes[0].sequenceId
  if (first % 2 !== 0 || steps.some(({ sequenceId }, i) => sequenceId !== first + i))
    return 'sequenceIds count on without gaps, even for nodes'
  if (steps.some((step, i) => 'edgeId' in step !== (i % 2 === 1))) return 'nodes have even sequenceIds, edges odd ones'
  if (steps.some(({ released }, i) => released && steps[i - 1]?.released === false))
    return 'nothing is released after an unreleased step'
  if (steps.some((step, i) => 'edgeId' in step && step.released && !steps[i + 1]?.released))
    return 'a released edge ends at a released node'
  return undefined
}

export const Order = Header.extend(OrderContent.shape).superRefine((order, context) => {
  const message = wrongWith(order)
  if (message !== undefined) context.addIssue({ code: 'custom', message })
})
export type Order = z.infer<typeof Order>
