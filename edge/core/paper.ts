/** The site looked up by name, and the chances by which it is rolled forward: worked out once. */
import type { LiftId, PlaceId, RobotId, RouteNodeId, ServiceId, WindowId } from '#contracts/ids.ts'
import type { Site, SiteService, SiteWindow } from '#contracts/site.ts'
import type { SiteRobot } from '#contracts/siteFleet.ts'
import type { RouteNode } from '#contracts/siteFloors.ts'
import { stopsOnPaper } from './fleet/stops.ts'
import { type Chances, createChances } from './forecast/chances.ts'
import { type RouteMap, routeMapOf } from './traffic/routeMap.ts'

export interface PaperService extends SiteService {
  /** Its place in the site file. */
  readonly index: number
}

export interface PaperWindow extends SiteWindow {
  readonly index: number
}

export interface Paper {
  readonly chances: Chances
  readonly services: ReadonlyMap<ServiceId, PaperService>
  readonly windows: ReadonlyMap<WindowId, PaperWindow>
  readonly robots: ReadonlyMap<RobotId, SiteRobot>
  readonly routeNodes: ReadonlyMap<RouteNodeId, RouteNode>
  readonly routes: RouteMap
  /** Where robots stop, by the name of a window, a place or a route node. */
  readonly stops: ReadonlyMap<PlaceId, RouteNodeId>
  /** The route nodes in the cabin of each lift. */
  readonly cabins: ReadonlyMap<LiftId, readonly RouteNodeId[]>
}

export const paperOf = (site: Site): Paper => {
  const { services, windows, robots, routeNodes, routeEdges, lifts } = site
  return {
    chances: createChances(),
    services: new Map(services.map((service, index) => [service.serviceId, { ...service, index }])),
    windows: new Map(windows.map((desk, index) => [desk.windowId, { ...desk, index }])),
    robots: new Map(robots.map((robot) => [robot.robotId, robot])),
    routeNodes: new Map(routeNodes.map((node) => [node.nodeId, node])),
    routes: routeMapOf({ routeNodes, routeEdges }),
    stops: stopsOnPaper(site),
    cabins: new Map(
      lifts.map(({ liftId }) => [
        liftId,
        routeNodes.filter((node) => node.liftId === liftId).map(({ nodeId }) => nodeId),
      ]),
    ),
  }
}
