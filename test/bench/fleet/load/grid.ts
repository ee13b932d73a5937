/** A hall of the size of the small warehouse, 21 by 35 nodes, with fifty robots. */
import type { Site } from '#contracts/site.ts'
import { SiteFile } from '#contracts/siteChecks.ts'
import { AROUND_THE_CLOCK } from '#test/support/smallSite.ts'

const COLUMNS = 35
const ROWS = 21
const SPACING_METRES = 1.5
export const ROBOTS = 50

const names = (en: string) => ({ zh: en, en })
const idOf = (column: number, row: number): string => `n-${column}-${row}`

const placeOf = (column: number, row: number) => ({
  floorId: 'F1',
  x: 1 + column * SPACING_METRES,
  y: 1 + row * SPACING_METRES,
})

const cells = Array.from({ length: COLUMNS * ROWS }, (_, i) => ({ column: i % COLUMNS, row: Math.floor(i / COLUMNS) }))

/** Places to fetch from and bring to: every third node of every fourth row. */
const stops = cells.filter(({ column, row }) => row % 4 === 2 && column % 3 === 1)

export const gridSite = (): Site =>
  SiteFile.parse({
    hallId: 'grid',
    names: names('Grid'),
    timeZone: 'Asia/Shanghai',
    hours: AROUND_THE_CLOCK,
    floors: [{ floorId: 'F1', names: names('F1'), level: 0, width: 55, depth: 34 }],
    services: [{ serviceId: 's', letter: 'A', names: names('S'), department: names('D'), usualMinutes: 10 }],
    windows: [{ windowId: 'W1', label: '1', place: placeOf(0, 0), serviceIds: ['s'] }],
    places: stops.map(({ column, row }, i) => ({
      placeId: `p-${i}`,
      names: names(`Place ${i}`),
      kind: 'backOffice',
      place: placeOf(column, row),
      nodeId: idOf(column, row),
    })),
    routeNodes: cells.map(({ column, row }) => ({ nodeId: idOf(column, row), place: placeOf(column, row) })),
    routeEdges: cells.flatMap(({ column, row }) => [
      ...(column > 0 ? [{ from: idOf(column - 1, row), to: idOf(column, row) }] : []),
      ...(row > 0 ? [{ from: idOf(column, row - 1), to: idOf(column, row) }] : []),
    ]),
    robots: Array.from({ length: ROBOTS }, (_, i) => ({
      robotId: `R${i + 1}`,
      names: names(`R${i + 1}`),
      manufacturer: 'Bench',
      serialNumber: `b-${i + 1}`,
      homeNodeId: idOf(i % COLUMNS, i < COLUMNS ? 0 : ROWS - 1),
    })),
  })
