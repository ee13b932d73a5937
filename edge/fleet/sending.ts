/** What goes out to one robot, again and again until its state shows that it has arrived. */
import type { Site } from '#contracts/site.ts'
import type { SiteRobot } from '#contracts/siteFleet.ts'
import { topicOf } from '#contracts/vda5050/header.ts'
import { orderContent } from '../core/fleet/orders.ts'
import { type Known, type Want, wanted } from '../core/fleet/wanting.ts'
import type { Bus, Clock, Log } from '../ports.ts'
import { createInsisting } from './insisting.ts'
import { addressOf, createWriting } from './messages.ts'

export const createSending = (robot: SiteRobot, needs: { site: Site; bus: Bus; clock: Clock; log: Log }) => {
  const { site, bus, clock, log } = needs
  const { robotId } = robot
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
        publish('order', writing.order(orderContent(want.order, robot, site), now))
        break
      case 'stateRequest':
      case 'factsheetRequest':
        publish('instantActions', writing.instantAction(want.say, `${want.say}-${now}`, now))
        break
      default:
        publish('instantActions', writing.instantAction(want.say, want.actionId, now))
    }
    log.info({ robotId, key: keyOf(want) }, `${want.say} sent`)
  }

  /** Says what is new or due. Call it whenever something has changed, and on each beat. */
  const pursue = (known: Known): void => {
    const wishes = wanted(known).map((want) => ({ key: keyOf(want), say: () => say(want) }))
    insisting.pursue(wishes, clock.now())
  }

  return { pursue, hurry: insisting.hurry }
}

const keyOf = (want: Want): string => {
  switch (want.say) {
    case 'order':
      return `${want.order.orderId} ${want.order.orderUpdateId}`
    case 'stateRequest':
    case 'factsheetRequest':
      return want.say
    default:
      return want.actionId
  }
}
