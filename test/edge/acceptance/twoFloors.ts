/** A hall of two floors with one lift and ten robots, on a small grid of ways. */
import type { Site } from '#contracts/site.ts'
import { SiteFile } from '#contracts/siteChecks.ts'
import { AROUND_THE_CLOCK } from '#test/support/smallSite.ts'

const COLUMNS = [0, 1, 2, 3, 4]
const ROWS = [0, 1, 2, 3]
const FLOORS = ['F1', 'F2']
const SPACING_METRES = 3

const names = (en: string) => ({ zh: en, en })
const nodeAt = (floorId: string, column: number, row: number): string => `${floorId}-${column}-${row}`
const placeAt = (floorId: string, column: number, row: number) => ({
  floorId,
  x: 5 + column * SPACING_METRES,
  y: 2 + row * SPACING_METRES,
})

const grid = (floorId: string) =>
  COLUMNS.flatMap((column) =>
    ROWS.map((row) => ({ nodeId: nodeAt(floorId, column, row), place: placeAt(floorId, column, row) })),
  )

const ways = (floorId: string) =>
  COLUMNS.flatMap((column) =>
    ROWS.flatMap((row) => [
      ...(column > 0 ? [{ from: nodeAt(floorId, column - 1, row), to: nodeAt(floorId, column, row) }] : []),
      ...(row > 0 ? [{ from: nodeAt(floorId, column, row - 1), to: nodeAt(floorId, column, row) }] : []),
    ]),
  )

/** Robots R1 to R10 stand along the first row of both floors; windows and places are in the last rows. */
export const twoFloors = (): Site =>
  SiteFile.parse({
    hallId: 'two-floors',
    names: names('Two floors'),
    timeZone: 'Asia/Shanghai',
    hours: AROUND_THE_CLOCK,
    floors: FLOORS.map((floorId, level) => ({ floorId, names: names(floorId), level, width: 20, depth: 14 })),
    services: [
      { serviceId: 'social', letter: 'A', names: names('Social card'), department: names('Labour'), usualMinutes: 10 },
    ],
    windows: COLUMNS.map((column) => ({
      windowId: `W${column + 1}`,
      label: String(column + 1),
      place: { ...placeAt('F1', column, 3), y: 13 },
      serviceIds: ['social'],
      nodeId: nodeAt('F1', column, 3),
    })),
    places: COLUMNS.map((column) => ({
      placeId: `archive-${column + 1}`,
      names: names(`Archive ${column + 1}`),
      kind: 'backOffice',
      place: { ...placeAt('F2', column, 3), y: 13 },
      nodeId: nodeAt('F2', column, 3),
    })),
    routeNodes: [
      ...FLOORS.flatMap(grid),
      ...FLOORS.map((floorId) => ({ nodeId: `lift-${floorId}`, place: { floorId, x: 2, y: 5 }, liftId: 'L1' })),
    ],
    routeEdges: [
      ...FLOORS.flatMap(ways),
      ...FLOORS.map((floorId) => ({ from: `lift-${floorId}`, to: nodeAt(floorId, 0, 1) })),
      { from: 'lift-F1', to: 'lift-F2' },
    ],
    lifts: [{ liftId: 'L1', names: names('Lift'), floorIds: FLOORS }],
    robots: FLOORS.flatMap((floorId, floor) =>
      COLUMNS.map((column) => ({
        robotId: `R${floor * COLUMNS.length + column + 1}`,
        names: names(`Runner ${floor * COLUMNS.length + column + 1}`),
        manufacturer: 'RobotCompany',
        serialNumber: String(floor * COLUMNS.length + column + 1).padStart(3, '0'),
        homeNodeId: nodeAt(floorId, column, 0),
      })),
    ),
  })
