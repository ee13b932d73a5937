/** What robots have been told, how they say how far they have come, and what holds them up. */
import type { RobotOrder } from '#contracts/courses.ts'
import { SECOND } from '#contracts/durations.ts'
import type { HallEvent } from '#contracts/facts.ts'
import type { RobotId } from '#contracts/ids.ts'
import type { RobotReport } from '#contracts/robots.ts'
import { tick } from '#test/support/asking.ts'
import type { Story } from '#test/support/story.ts'
import { bring, heardAt, lift, R1, says, twoFloors } from './floors.ts'

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

export const heldUp = (story: Story, robotId = R1) => story.hall.robots.get(robotId)?.heldUp
export const waits = (story: Story, seconds: number) => story.does(tick, story.at + seconds * SECOND)

/** R1 at a place is to fetch something at another; the first order is written, and taken. */
export const sent = (from: string, to: string, site = twoFloors({ robots: [{}, {}] })) => {
  const story = heardAt(site, from)
  story.does(lift())
  story.does(bring(to, 'd1'))
  story.does(tick)
  if (story.hall.courses.get(R1)?.order) story.does(along(story, 0))
  return story
}
