/** One robot's line to the hall, both ways. */
import type { Course } from '#contracts/courses.ts'
import type { Robot } from '#contracts/robots.ts'
import type { Site } from '#contracts/site.ts'
import type { SiteRobot } from '#contracts/siteFleet.ts'
import { topicOf } from '#contracts/vda5050/header.ts'
import type { Ongoing } from '../core/fleet/ongoing.ts'
import type { Bus, BusMessage, Clock, EdgeHall, Log } from '../ports.ts'
import { createListening } from './listening.ts'
import { addressOf } from './messages.ts'
import { createSending } from './sending.ts'
import { createTelling } from './telling.ts'

export interface FleetNeeds {
  site: Site
  hall: EdgeHall
  bus: Bus
  clock: Clock
  log: Log
}

/** What the hall knows of one robot. */
export interface KnownToHall {
  robot: Robot | undefined
  course: Course | undefined
  mission: Ongoing | undefined
}

export interface RobotLink {
  /** As the hall has it now. */
  learn(known: KnownToHall): void
  /** Once a second: silence is noticed, what is unanswered is said again. */
  beat(): void
  /** Says at once what is unanswered: the bus is back. */
  hurry(): void
  close(): void
}

const textOf = ({ payload }: BusMessage): string => new TextDecoder().decode(payload)

export const openRobotLink = (robot: SiteRobot, first: KnownToHall, needs: FleetNeeds): RobotLink => {
  const { site, hall, bus, log } = needs
  let known = first
  const sending = createSending(robot, needs)
  const onErrand = () => known.mission !== undefined || known.course?.order !== undefined
  const tell = createTelling(robot.robotId, hall, log, onErrand)
  const sentOrderId = () => (known.course?.order?.acknowledged === false ? known.course.order.orderId : undefined)
  const listening = createListening(robot, known.robot?.online ?? false, { ...needs, tell, sentOrderId })
  const pursue = () => sending.pursue({ ...known, online: listening.online(), report: listening.report() })

  const hears = (listen: (text: string) => void) => (message: BusMessage) => {
    const before = listening.online()
    listen(textOf(message))
    if (!before && listening.online()) sending.hurry()
    pursue()
  }

  const address = addressOf(site, robot)
  const deafen = (['connection', 'state', 'visualization'] as const).map((topic) =>
    bus.subscribe(topicOf(address, topic), hears(listening[topic])),
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
