/** What goes out to one robot, again and again until its state shows that it has arrived. */
import type { RobotLimits } from '#contracts/robots.ts'
import type { Site } from '#contracts/site.ts'
import type { SiteRobot } from '#contracts/siteFleet.ts'
import type { Instant } from '#contracts/time.ts'
import { topicOf } from '#contracts/vda5050/header.ts'
import { orderContent } from '../core/fleet/orders.ts'
import { isUnderstood, type Known, type Want, wanted } from '../core/fleet/wanting.ts'
import type { Bus, Clock, Log } from '../ports.ts'
import { createInsisting, type Wish } from './insisting.ts'
import { addressOf, createWriting, longestIdIn } from './messages.ts'

/** Some robots do not know the question. */
const MOST_FACTSHEET_REQUESTS = 3

export const createSending = (robot: SiteRobot, needs: { site: Site; bus: Bus; clock: Clock; log: Log }) => {
  const { site, bus, clock, log } = needs
  const { robotId } = robot
  const address = addressOf(site, robot)
  const insisting = createInsisting()
  const writing = createWriting(robot)
  const doubting = createDoubting(robot, log)
  let orderedAt: Instant | undefined

  const publish = (topic: 'order' | 'instantActions', text: string): void => {
    doubting.read(text)
    bus.publish(topicOf(address, topic), text, { qos: 0 }).catch((error: unknown) => {
      log.warn({ robotId, topic, error }, 'not published')
    })
  }

  const say = (want: Want): void => {
    const now = clock.now()
    switch (want.say) {
      case 'order':
        orderedAt = now
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

  const wishOf = (want: Want, { orderInterval = 0 }: RobotLimits): Wish => ({
    key: keyOf(want),
    say: () => say(want),
    ...(want.say === 'factsheetRequest' && { most: MOST_FACTSHEET_REQUESTS }),
    ...(want.say === 'order' && orderedAt !== undefined && { notBefore: orderedAt + orderInterval }),
  })

  /** Says what is new or due. Call it whenever something has changed, and on each beat. */
  const pursue = (known: Known): void => {
    const limits = known.robot?.limits ?? {}
    doubting.learn(limits)
    const wants = wanted(known).filter((want) => isUnderstood(want, limits) || doubting.dropped(want))
    insisting.pursue(
      wants.map((want) => wishOf(want, limits)),
      clock.now(),
    )
  }

  return { pursue, hurry: insisting.hurry }
}

/** Where a robot's factsheet does not go with what it is to be told: said once in the log. */
const createDoubting = ({ robotId }: SiteRobot, log: Log) => {
  const told = new Set<string>()
  let limits: RobotLimits = {}
  const once = (what: string, facts: object): void => {
    if (told.has(what)) return
    told.add(what)
    log.warn({ robotId, ...facts }, what)
  }
  return {
    learn: (now: RobotLimits): void => {
      limits = now
    },
    read: (text: string): void => {
      const { idLength = Number.POSITIVE_INFINITY } = limits
      const id = longestIdIn(text)
      if (id.length > idLength) once('an id is longer than the robot takes', { id, idLength })
    },
    /** Never keeps it. */
    dropped: ({ say }: Want): false => {
      once(`${say} is nothing the robot knows`, {})
      return false
    },
  }
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
