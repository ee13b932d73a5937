/** The example hall behind a real server, before a real browser; what its cameras would say is said by the test. */
import { readFileSync } from 'node:fs'
import type { Page } from 'playwright-core'
import type { CameraProblem } from '#contracts/cameras.ts'
import type { Command } from '#contracts/commands.ts'
import { SECOND } from '#contracts/durations.ts'
import { CameraId, ZoneId } from '#contracts/ids.ts'
import { type Occupancy, Reading } from '#contracts/readings.ts'
import type { Site } from '#contracts/site.ts'
import { systemClock } from '#edge/adapters/clock.ts'
import { memoryJournal } from '#edge/adapters/memoryJournal.ts'
import { parseSite } from '#edge/adapters/siteFile.ts'
import { openHall } from '#edge/hall.ts'
import { openServer } from '#server/server.ts'
import { openBrowser } from '../support/browser.ts'
import { openTestIdentity } from '../support/identity.ts'
import { keptLog } from '../support/log.ts'
import { commandId } from '../support/names.ts'
import { deviceCookies, giveCookies, isForPeople, personCookies } from '../support/pairing.ts'

export const C1 = CameraId.parse('C1')
export const C2 = CameraId.parse('C2')
export const WEST = ZoneId.parse('seats-west')
export const EAST = ZoneId.parse('seats-east')

export interface CameraHall {
  site: Site
  url: string
  /** What holds until it is said otherwise: told again every second, as a camera does. */
  see(...readings: Reading[]): void
  send(command: Command): Promise<void>
  /** A screen at the size it hangs at; what goes wrong in it fails `close`. */
  open(path: string, size: { width: number; height: number }): Promise<Page>
  close(): Promise<void>
}

export const camera = (cameraId: CameraId, problem?: CameraProblem): Reading => ({
  type: 'part',
  partId: `camera:${cameraId}`,
  state: problem ? 'attention' : 'fine',
  ...(problem && { problem }),
})

export const people = (zoneId: ZoneId, cameraId: CameraId, count: number, more: Partial<Occupancy> = {}): Reading => ({
  type: 'occupancy',
  zoneId,
  cameraId,
  people: count,
  longestStayMinutes: 0,
  longWaits: 0,
  places: [],
  ...more,
})

/** People who have been in squares of one metre: x, y of the lower left corner, and how many. */
export const heat = (cameraId: CameraId, cells: readonly (readonly [number, number, number])[]): Reading =>
  Reading.parse({
    type: 'heat',
    floorId: 'F1',
    cameraId,
    cell: 1,
    cells: cells.map(([x, y, count]) => ({ x, y, people: count })),
  })

/** Staff are told at once: what gathers for half a minute is not what is looked at here. */
export const exampleSite = (): Site => {
  const site = parseSite('district.json', readFileSync('edge/sites/district.json', 'utf8'))
  return { ...site, care: { ...site.care, groupSeconds: 0 } }
}

export const openCameraHall = async (site: Site = exampleSite()): Promise<CameraHall> => {
  const [clock, log] = [systemClock(), keptLog()]
  const [hall, browser] = await Promise.all([openHall({ site, clock, log, journal: memoryJournal() }), openBrowser()])
  const identity = await openTestIdentity({ clock, log, hallId: site.hallId })
  const admin = await identity.people.add({ name: 'admin', displayName: 'Admin', role: 'admin' })
  const needs = { hall, hallId: site.hallId, database: undefined, identity, dashboardDir: 'dist/dashboard', clock, log }
  const server = await openServer({ ...needs, host: '127.0.0.1', port: 0 })
  const wrong: string[] = []
  let [seen, sent]: [Reading[], number] = [[], 0]
  const stopSeeing = clock.every(SECOND, () => {
    hall.pass({ type: 'beat' })
    void hall.send({ id: commandId(`tick-${clock.now()}`), by: 'clock', command: { type: 'tick' } })
    for (const reading of seen) hall.pass(reading)
  })
  return {
    site,
    url: server.url,
    see: (...readings) => {
      seen = readings
      for (const reading of seen) hall.pass(reading)
    },
    send: async (command) => {
      const receipt = await hall.send({ id: commandId(`camera-hall-${++sent}`), by: 'test', command })
      if (!receipt.ok) throw new Error(`the hall refused ${command.type}: ${receipt.refusal.code}`)
    },
    open: async (path, size) => {
      const page = await browser.newPage({ viewport: size })
      page.on('pageerror', ({ message }) => wrong.push(`${path}: ${message}`))
      const entry = identity.pairings.offerEntry(admin?.personId ?? '')
      const cookies = isForPeople(path) ? personCookies(server.url, entry) : deviceCookies(server.url, path)
      await giveCookies(page, await cookies)
      await page.goto(`${server.url}${path}`)
      return page
    },
    close: async () => {
      stopSeeing()
      await browser.close()
      await server.close()
      await identity.close()
      await hall.close()
      if (wrong.length > 0) throw new Error(`errors in pages:\n${wrong.join('\n')}`)
    },
  }
}
