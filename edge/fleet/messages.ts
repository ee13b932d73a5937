/** VDA 5050 messages as text, each with its head, in the dialect of the robot. */
import { profileOf } from '#contracts/robotProfiles.ts'
import type { Site } from '#contracts/site.ts'
import type { SiteRobot } from '#contracts/siteFleet.ts'
import type { Instant } from '#contracts/time.ts'
import type { Header, RobotAddress } from '#contracts/vda5050/header.ts'
import { type InstantAction, InstantActions } from '#contracts/vda5050/instantActions.ts'
import { Order, type OrderContent } from '#contracts/vda5050/order.ts'

const HEADER_IDS = 2 ** 32

export const addressOf = ({ interfaceName }: Site, { manufacturer, serialNumber }: SiteRobot): RobotAddress => ({
  interfaceName,
  manufacturer,
  serialNumber,
})

/** 2.1.0 asks for `actions` whatever else is there; 2.0.0 asks for neither. */
const keysOf = (robot: SiteRobot): string[] => {
  const { instantActionsKey } = profileOf(robot)
  if (instantActionsKey === 'actions') return ['actions']
  const alone = instantActionsKey === 'instantActions' && robot.vdaVersion === '2.0.0'
  return alone ? ['instantActions'] : ['actions', 'instantActions']
}

/** Writes for one robot; each text has the next headerId of its topic, also when it says the same again. */
export const createWriting = (robot: SiteRobot) => {
  const { manufacturer, serialNumber, vdaVersion } = robot
  const keys = keysOf(robot)
  const written = { order: 0, instantActions: 0 }

  const header = (topic: keyof typeof written, at: Instant): Header => {
    const headerId = written[topic]
    written[topic] = (headerId + 1) % HEADER_IDS
    return { headerId, timestamp: new Date(at).toISOString(), version: vdaVersion, manufacturer, serialNumber }
  }

  const order = (content: OrderContent, at: Instant): string =>
    JSON.stringify(Order.parse({ ...header('order', at), ...content }))

  /** Nothing waits for an instant action of ours, and it waits for nothing. */
  const instantAction = (actionType: string, actionId: string, at: Instant): string => {
    const action: InstantAction = {
      actionId,
      actionType,
      ...(vdaVersion === '2.0.0' && { actionName: actionType }),
      blockingType: 'NONE',
      actionParameters: [],
    }
    const lists = Object.fromEntries(keys.map((key) => [key, [action]]))
    return JSON.stringify(InstantActions.parse({ ...header('instantActions', at), ...lists }))
  }

  return { order, instantAction }
}

/** The longest id of a message, whatever it is of. */
export const longestIdIn = (text: string): string => {
  let longest = ''
  JSON.parse(text, (key, value: unknown) => {
    if (key.endsWith('Id') && typeof value === 'string' && value.length > longest.length) longest = value
    return value
  })
  return longest
}
