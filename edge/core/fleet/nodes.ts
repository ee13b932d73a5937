/** Route nodes by what a robot calls them. */
import { RouteNodeId } from '#contracts/ids.ts'
import type { RouteNode } from '#contracts/siteFloors.ts'
import type { HallState } from '../state.ts'

/** Nothing for a name that is none of the site's, or no name at all. */
export const nodeNamed = (name: string, { paper }: HallState): RouteNode | undefined => {
  const nodeId = RouteNodeId.safeParse(name)
  return nodeId.success ? paper.routeNodes.get(nodeId.data) : undefined
}
