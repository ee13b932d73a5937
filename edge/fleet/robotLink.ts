/** One robot's line to the hall, both ways. */
import type { Robot } from '#contracts/robots.ts'
import type { Site, SiteRobot } from '#contracts/site.ts'
import { topicOf } from '#contracts/vda5050/header.ts'
import type { Ongoing } from '../core/fleet/missions.ts'
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

export interface RobotLink {
  /** The mission the robot is on now, as the hall has it. */
  assign(mission: Ongoing | undefined): void
  /** Once a second: silence is noticed, what is unanswered is said again. */
  beat(): void
  /** Says at once what is unanswered: the bus is back. */
  hurry(): void
  close(): void
}

const textOf = ({ payload }: BusMessage): string => new TextDecoder().decode(payload)

/** `known` is the robot as the hall remembers it, if it has ever been heard. */
export const openRobotLink = (robot: SiteRobot, known: Robot | undefined, needs: FleetNeeds): RobotLink => {
  const { site, hall, bus, log } = needs
  let mission: Ongoing | undefined
  const sending = createSending(robot, needs)
  const tell = createTelling(robot.robotId, hall, log, () => mission !== undefined)
  const sentOrderId = () => (mission && !mission.errand.acknowledged ? mission.errand.orderId : undefined)
  const listening = createListening(robot, known?.online ?? false, { ...needs, tell, sentOrderId })
  const pursue = () => sending.pursue(listening.online(), mission, listening.report())

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
    assign: (now) => {
      mission = now
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
