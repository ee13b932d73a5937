/** A robot that we did not write: the virtual AGV of vda-5050-lib, as a process would run it. */
import {
  AgvController,
  type AgvId,
  type ClientPublishOptions,
  type Headerless,
  type Topic,
  type TopicObject,
  VirtualAgvAdapter,
} from 'vda-5050-lib'
import type { Site } from '#contracts/site.ts'
import type { SiteRobot } from '#contracts/siteFleet.ts'

/** What still reaches it after it has been stopped it would answer with an error that nobody can catch: it is silent instead. */
export class TheirRobot extends AgvController {
  protected override publishTopic<T extends string>(
    topic: T extends Topic ? T : string,
    subject: AgvId,
    message: Headerless<TopicObject<T>>,
    options?: ClientPublishOptions,
  ): Promise<TopicObject<T>> {
    return this.isStarted ? super.publishTopic<T>(topic, subject, message, options) : new Promise(() => {})
  }
}

/** Stands at its home node, drives fast, and speaks VDA 5050 2.0. */
export const startStrangerRobot = async (
  mqttUrl: string,
  site: Site,
  robot: SiteRobot,
): Promise<{ close(): Promise<void> }> => {
  const home = site.routeNodes.find(({ nodeId }) => nodeId === robot.homeNodeId)
  if (!home) throw new Error(`${robot.robotId} has no home`)
  const { floorId: mapId, x, y } = home.place
  const { manufacturer, serialNumber } = robot
  const controller = new TheirRobot(
    { manufacturer, serialNumber },
    { interfaceName: site.interfaceName, transport: { brokerUrl: mqttUrl }, vdaVersion: '2.0.0' },
    { agvAdapterType: VirtualAgvAdapter },
    { initialPosition: { mapId, x, y, theta: 0, lastNodeId: home.nodeId }, vehicleSpeed: 4, timeLapse: 5 },
  )
  await controller.start()
  return { close: () => controller.stop() }
}
