/** The small hall with three robots, a second floor, a lift, a door and a charger. */
import type { Site } from '#contracts/site.ts'
import { SiteFile } from '#contracts/siteChecks.ts'
import { smallSite } from '#test/support/smallSite.ts'

const names = (en: string) => ({ zh: en, en })
const robot = (robotId: string, name: string) => ({
  robotId,
  names: names(name),
  manufacturer: 'RobotCompany',
  serialNumber: robotId,
  homeNodeId: 'n0',
})

export const fleetSite = (): Site => {
  const site = smallSite()
  return SiteFile.parse({
    ...site,
    floors: [...site.floors, { floorId: 'F2', names: names('Upper floor'), level: 1, width: 30, depth: 20 }],
    routeNodes: [
      ...site.routeNodes,
      { nodeId: 'far', place: { floorId: 'F1', x: 29, y: 1 } },
      { nodeId: 'lift-1', place: { floorId: 'F1', x: 1, y: 18 }, liftId: 'lift' },
      { nodeId: 'lift-2', place: { floorId: 'F2', x: 1, y: 18 }, liftId: 'lift' },
      { nodeId: 'upper', place: { floorId: 'F2', x: 9, y: 18 } },
    ],
    routeEdges: [
      ...site.routeEdges,
      { from: 'n3', to: 'far' },
      { from: 'n0', to: 'lift-1' },
      { from: 'lift-1', to: 'lift-2' },
      { from: 'lift-2', to: 'upper' },
    ],
    lifts: [{ liftId: 'lift', names: names('the lift'), floorIds: ['F1', 'F2'] }],
    doors: [{ doorId: 'door', names: names('the back door'), between: ['n2', 'n3'] }],
    chargers: [{ chargerId: 'c0', nodeId: 'n0' }],
    robots: [robot('R1', 'Runner'), robot('R2', 'Walker'), robot('R3', 'Third one')],
  })
}
