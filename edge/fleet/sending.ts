/** What goes out to one robot, again and again until its state shows that it has arrived. */
import type { RobotReport } from '#contracts/robots.ts'
import type { Site, SiteRobot } from '#contracts/site.ts'
import { topicOf } from '#contracts/vda5050/header.ts'
import { unreachable } from '../core/decision.ts'
import type { Ongoing } from '../core/fleet/missions.ts'
import { orderOf } from '../core/fleet/orders.ts'
import { type Want, wanted } from '../core/fleet/wanting.ts'
import type { Bus, Clock, Log } from '../ports.ts'
import { createInsisting } from './insisting.ts'
import { addressOf, createWriting } from './messages.ts'

export const createSending = (robot: SiteRobot, needs: { site: Site; bus: Bus; clock: Clock; log: Log }) => {
  const { site, bus, clock, log } = needs
  const { robotId, vdaVersion } = robot
  const address = addressOf(site, robot)
  const insisting = createInsisting()
  const writing = createWriting(robot)

  const publish = (topic: 'order' | 'instantActions', text: string): void => {
    bus.publish(topicOf(address, topic), text, { qos: 0 }).catch((error: unknown) => {
      log.warn({ robotId, topic, error }, 'not published')
    })
  }

  const say = (want: Want): void => {
    const now = clock.now()
    switch (want.say) {
      case 'order':
        publish('order', writing.order(orderOf(want.mission, site, vdaVersion), now))
        break
      case 'cancelOrder':
        publish('instantActions', writing.instantAction('cancelOrder', want.actionId, now))
        break
      case 'stateRequest':
        publish('instantActions', writing.instantAction('stateRequest', `state-${now}`, now))
        break
      default:
        unreachable(want)
    }
    log.info({ robotId, key: keyOf(want) }, `${want.say} sent`)
  }

  /** Says what is new or due. Call it whenever something has changed, and on each beat. */
  const pursue = (online: boolean, mission: Ongoing | undefined, report: RobotReport | undefined): void => {
    const wishes = wanted(online, mission, report).map((want) => ({ key: keyOf(want), say: () => say(want) }))
    insisting.pursue(wishes, clock.now())
  }

  return { pursue, hurry: insisting.hurry }
}

const keyOf = (want: Want): string => {
  switch (want.say) {
    case 'order':
      return want.mission.errand.orderId
    case 'cancelOrder':
      return want.actionId
    case 'stateRequest':
      return want.say
    default:
      return unreachable(want)
  }
}
