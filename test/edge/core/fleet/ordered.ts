/** What robots have been told, and how they say how far they have come. */
import type { RobotOrder } from '#contracts/courses.ts'
import type { HallEvent } from '#contracts/facts.ts'
import type { RobotId } from '#contracts/ids.ts'
import type { RobotReport } from '#contracts/robots.ts'
import type { Story } from '#test/support/story.ts'
import { R1, says } from './floors.ts'

export const ordersIn = (events: readonly HallEvent[], robotId: RobotId = R1): RobotOrder[] =>
  events.flatMap((event) => (event.type === 'orderWritten' && event.robotId === robotId ? [event.order] : []))

export const orderOf = (story: Story, robotId: RobotId = R1) => {
  const order = story.hall.courses.get(robotId)?.order
  if (order === undefined) throw new Error('an order')
  return order
}
/** As far along its order as that many nodes. */
export const along = (story: Story, passed: number, more: Partial<RobotReport> = {}, robotId: RobotId = R1) => {
  const { orderId, orderUpdateId, from, nodes } = orderOf(story, robotId)
  const left = nodes.length - passed - 1
  return says(robotId, {
    orderId,
    orderUpdateId,
    lastNodeId: nodes[passed] ?? '',
    lastSequence: 2 * (from + passed),
    nodesLeft: left,
    edgesLeft: left,
    ...more,
  })
}
