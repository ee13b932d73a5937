/** Two small floors to drive on, and short ways to say what happens there. */
import type { z } from 'zod'
import type { PersonCommand } from '#contracts/commands.ts'
import { FloorId, LiftId, MissionId, PlaceId, RobotId, RouteNodeId } from '#contracts/ids.ts'
import type { HallLift } from '#contracts/lifts.ts'
import type { ReportLift, ReportRobot } from '#contracts/machineCommands.ts'
import { RobotReport } from '#contracts/robots.ts'
import type { Site, SiteShape } from '#contracts/site.ts'
import { SiteFile } from '#contracts/siteChecks.ts'
import type { SiteRobot } from '#contracts/siteFleet.ts'
import { smallSite } from '#test/support/smallSite.ts'
import { type Story, storyOf } from '#test/support/story.ts'

export const node = (id: string): RouteNodeId => RouteNodeId.parse(id)
export const place = (id: string): PlaceId => PlaceId.parse(id)
export const R1 = RobotId.parse('R1')
export const R2 = RobotId.parse('R2')
export const R3 = RobotId.parse('R3')
export const M1 = MissionId.parse('M0001')
export const M2 = MissionId.parse('M0002')
export const M3 = MissionId.parse('M0003')
export const F1 = FloorId.parse('F1')
export const F2 = FloorId.parse('F2')
export const L1 = LiftId.parse('L1')

type AsWritten = z.input<typeof SiteShape>
type Layout = Partial<Omit<AsWritten, 'robots'>> & { robots?: Partial<z.input<typeof SiteRobot>>[] }

/**
 * A corridor a1 … a5 on F1 with docks d1, d2, d3 beside its first three nodes, a lift L1 from a5 up to b1 on F2, and b2
 * beyond; each edge is 3 m and takes 3.75 s. Chargers stand on d1 and d2. The first robot is R1 and lives at d1, and so
 * on. Robots stop for W1 at a1, for W2 at a4, for the back office at a5, for the archive at b2; i1 is an island.
 */
export const twoFloors = ({ robots = [{}], ...more }: Layout = {}): Site => {
  const site = smallSite()
  const names = (en: string) => ({ zh: en, en })
  const on = (floorId: string, x: number, y: number) => ({ floorId, x, y })
  const nodes = { d1: on('F1', 3, 8), d2: on('F1', 6, 8), d3: on('F1', 9, 8), i1: on('F1', 25, 15) }
  const corridor = [1, 2, 3, 4, 5].map((i) => ({ nodeId: `a${i}`, place: on('F1', 3 * i, 5) }))
  const upstairs = { b1: on('F2', 15, 5), b2: on('F2', 12, 5) }
  const chain = ['a1', 'a2', 'a3', 'a4', 'a5', 'c1', 'c2', 'b1', 'b2']
  return SiteFile.parse({
    ...site,
    floors: [...site.floors, { floorId: 'F2', names: names('First floor'), level: 1, width: 30, depth: 20 }],
    windows: site.windows.map(({ nodeId: _, ...desk }, i) => ({ ...desk, ...[{ nodeId: 'a1' }, { nodeId: 'a4' }][i] })),
    places: [
      { placeId: 'office', names: names('Back office'), kind: 'backOffice', place: on('F1', 16, 2), nodeId: 'a5' },
      { placeId: 'archive', names: names('Archive'), kind: 'shelf', place: on('F2', 12, 2), nodeId: 'b2' },
    ],
    lifts: [{ liftId: 'L1', names: names('Lift'), floorIds: ['F1', 'F2'] }],
    routeNodes: [
      ...corridor,
      ...Object.entries({ ...nodes, ...upstairs }).map(([nodeId, at]) => ({ nodeId, place: at })),
      { nodeId: 'c1', place: on('F1', 18, 5), liftId: 'L1' },
      { nodeId: 'c2', place: on('F2', 18, 5), liftId: 'L1' },
    ],
    routeEdges: [
      ...chain.slice(1).map((to, i) => ({ from: chain[i] ?? '', to })),
      ...[1, 2, 3].map((i) => ({ from: `d${i}`, to: `a${i}` })),
    ],
    chargers: [1, 2].map((i) => ({ chargerId: `k${i}`, nodeId: `d${i}` })),
    ...more,
    robots: robots.map((robot, i) => ({
      robotId: `R${i + 1}`,
      names: names(`Runner ${i + 1}`),
      manufacturer: 'RobotCompany',
      serialNumber: `00${i + 1}`,
      homeNodeId: `d${i + 1}`,
      ...robot,
    })),
  })
}

/** Idle, full, on its dock, with no order yet. */
export const report = (more: Partial<RobotReport> = {}): RobotReport =>
  RobotReport.parse({
    orderId: '',
    orderUpdateId: 0,
    mode: 'automatic',
    batteryPercent: 100,
    charging: false,
    lastNodeId: 'd1',
    nodesLeft: 0,
    edgesLeft: 0,
    actions: [],
    faults: [],
    rejections: [],
    ...more,
  })

export const says = (robotId: RobotId, more: Partial<RobotReport> = {}): ReportRobot => ({
  type: 'reportRobot',
  robotId,
  online: true,
  report: report(more),
})

export const isSilent = (robotId: RobotId): ReportRobot => ({ type: 'reportRobot', robotId, online: false })

export const lift = (more: Partial<HallLift> = {}): ReportLift => ({
  type: 'reportLift',
  lift: { liftId: L1, floor: F1, door: 'closed', session: null, inService: true, ...more },
})

type Asked = Extract<PersonCommand, { type: 'requestMission' }>

export const bring = (from: string, to: string, more: Partial<Asked> = {}): Asked => ({
  type: 'requestMission',
  kind: 'delivery',
  from: place(from),
  to: place(to),
  priority: 0,
  ...more,
})

/** R1, R2 and so on have been heard there. */
export const heardAt = (site: Site, ...places: string[]): Story => {
  const story = storyOf(site)
  for (const [i, lastNodeId] of places.entries()) story.does(says(RobotId.parse(`R${i + 1}`), { lastNodeId }))
  return story
}

export const robotOf = ({ hall }: Story, missionId = M1): string | undefined => {
  const mission = hall.missions.get(missionId)
  return mission && 'robotId' in mission ? mission.robotId : undefined
}
