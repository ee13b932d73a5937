/** A robot that we did not write: the virtual AGV of vda-5050-lib, as a process would run it. */
import { AgvController, VirtualAgvAdapter } from 'vda-5050-lib'
import type { Site } from '#contracts/site.ts'
import type { SiteRobot } from '#contracts/siteFleet.ts'

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
  const controller = new AgvController(
    { manufacturer, serialNumber },
    { interfaceName: site.interfaceName, transport: { brokerUrl: mqttUrl }, vdaVersion: '2.0.0' },
    { agvAdapterType: VirtualAgvAdapter },
    { initialPosition: { mapId, x, y, theta: 0, lastNodeId: home.nodeId }, vehicleSpeed: 4, timeLapse: 5 },
  )
  await controller.start()
  return { close: () => controller.stop() }
}
