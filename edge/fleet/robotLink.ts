/** One robot's line to the hall, both ways. */
import type { Course } from '#contracts/courses.ts'
import type { Ongoing } from '#contracts/missionLife.ts'
import type { Robot } from '#contracts/robots.ts'
import type { SiteRobot } from '#contracts/siteFleet.ts'
import { topicOf } from '#contracts/vda5050/header.ts'
import { createDescribing } from './describing.ts'
import type { FleetNeeds, Link } from './link.ts'
import { createListening } from './listening.ts'
import { addressOf } from './messages.ts'
import { createSending } from './sending.ts'
import { createTelling } from './telling.ts'

/** What the hall knows of one robot. */
export interface KnownToHall {
  robot: Robot | undefined
  course: Course | undefined
  mission: Ongoing | undefined
}

/** An empty message only takes a retained one away. */
const TOPICS = ['connection', 'state', 'visualization', 'factsheet'] as const

export const openRobotLink = (robot: SiteRobot, first: KnownToHall, needs: FleetNeeds): Link<KnownToHall> => {
  const { site, hall, bus, log } = needs
  const { robotId } = robot
  let known = first
  const sending = createSending(robot, needs)
  const describing = createDescribing(robotId, hall, log)
  const onErrand = () => known.mission !== undefined || known.course?.order !== undefined
  const listening = createListening(robot, known.robot?.online ?? false, {
    ...needs,
    tell: createTelling(robotId, hall, log, onErrand),
    describe: describing.hear,
    sentOrderId: () => (known.course?.order?.acknowledged === false ? known.course.order.orderId : undefined),
    onArrival: sending.hurry,
  })
  const pursue = () => {
    const robot = describing.pursue(known.robot)
    sending.pursue({ ...known, robot, online: listening.online(), report: listening.report() })
  }

  const address = addressOf(site, robot)
  const deafen = TOPICS.map((topic) =>
    bus.subscribe(topicOf(address, topic), ({ payload }) => {
      if (payload.length === 0) return
      listening.heard[topic](new TextDecoder().decode(payload))
      pursue()
    }),
  )
  listening.beat()

  return {
    learn: (now) => {
      known = now
      pursue()
    },
    beat: () => {
      listening.beat()
      pursue()
    },
    hurry: () => {
      sending.hurry()
      pursue()
    },
    close: () => {
      for (const stop of deafen.reverse()) stop()
    },
  }
}
