import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { HOUR, MINUTE, SECOND } from '#contracts/durations.ts'
import { type Database, openDatabase } from '#server/db/client.ts'
import { NINE } from '#test/support/given.ts'
import { keptLog } from '#test/support/log.ts'
import { openHouse } from '#test/support/openHouse.ts'
import { type FreshDatabase, freshDatabase } from '#test/support/postgres.ts'
import { openViewing, type Viewing } from './viewing.ts'

let fresh: FreshDatabase
let database: Database
let hall: Viewing

beforeEach(async () => {
  fresh = await freshDatabase()
  database = await openDatabase({ url: fresh.url, dataDir: '', log: keptLog() })
  hall = await openViewing({ db: database.db })
})

afterEach(async () => {
  await hall.close()
  await database.close()
  await fresh.drop()
})

const setup = { width: 640, height: 480, zones: [], privacy: { operator: 'Test hall', contact: 'Entrance desk' } }

describe('the public notice', () => {
  it('says where each camera looks, what for, on what ground, and whom to ask', async () => {
    expect(await hall.told('GET', '/api/privacy')).toMatchObject({
      status: 200,
      hall: { en: 'Test hall' },
      model: 'person',
      cameras: [
        {
          cameraId: 'C1',
          floor: { en: 'Ground floor' },
          zones: [{ zoneId: 'Z1', names: { en: 'Seats' } }],
          inUse: true,
          lacks: [],
          operator: 'Test hall',
          purpose: 'Finding people who wait too long',
          legalBasis: 'Test',
          assessment: 'PIA-0, 2026-11-01',
          looks: { count: 0 },
        },
      ],
    })
  })

  it('says in two languages what is measured, what is not done and how long what is kept', async () => {
    const { measured, notDone, kept } = await (await hall.ask('GET', '/api/privacy')).json()
    const said = [
      ...measured,
      ...notDone,
      ...kept.flatMap((one: { what: object; howLong: object }) => Object.values(one)),
    ]
    expect(said.length).toBeGreaterThan(10)
    for (const names of said)
      expect(names).toEqual({ zh: expect.stringMatching(/\p{Script=Han}/u), en: expect.any(String) })
    expect(measured[1].en).toContain('longer than 15 minutes')
  })

  it('follows a set-up at once', async () => {
    await hall.asManager('PUT', '/api/cameras/C1/setup', { setup })
    expect(await hall.told('GET', '/api/privacy')).toMatchObject({
      cameras: [
        {
          zones: [],
          inUse: false,
          lacks: ['purpose', 'legalBasis', 'assessment', 'signsPosted', 'zones'],
          contact: 'Entrance desk',
        },
      ],
    })
  })

  it('says how often somebody has looked in the last 30 days, and never why or who', async () => {
    await hall.lookId('Long ago')
    hall.clock.advance(30 * 24 * HOUR - SECOND)
    await hall.lookId('A corner')
    hall.clock.advance(SECOND)
    await hall.lookId('Another corner')
    const text = await (await hall.ask('GET', '/api/privacy')).text()
    expect(JSON.parse(text).cameras[0].looks).toEqual({ count: 3, lastAt: hall.clock.now() })
    expect(text).not.toMatch(/corner|"by"|"S1"|"reason"/)
    hall.clock.advance(SECOND)
    expect(await hall.told('GET', '/api/privacy')).toMatchObject({ cameras: [{ looks: { count: 2 } }] })
  })

  it('is there without a database too, but for the looks', async () => {
    const poor = await openHouse()
    const { cameras } = await (await poor.ask('GET', '/api/privacy')).json()
    expect(cameras).toMatchObject([{ inUse: true }])
    expect(cameras[0]).not.toHaveProperty('looks')
    await poor.close()
  })
})

describe('the register of looks', () => {
  const register = (query: string, accept = '*/*') => hall.ask('GET', `/api/looks?${query}`, undefined, { accept })

  it('tells each with its camera, its reason, its time and by whom', async () => {
    await hall.lookId('A corner, "dark"')
    hall.clock.advance(24 * HOUR)
    await hall.lookId('The next day')
    const first = { cameraId: 'C1', by: 'S1', reason: 'A corner, "dark"', at: NINE, until: NINE + MINUTE }
    expect(await (await register('from=2026-11-23&to=2026-11-23')).json()).toEqual({ looks: [first] })
    expect((await (await register('from=2026-11-23&to=2026-11-24')).json()).looks).toHaveLength(2)
    expect((await (await register('from=2026-11-25&to=2026-11-26')).json()).looks).toEqual([])
  })

  it('comes as CSV for whoever accepts that', async () => {
    await hall.lookId('A corner, "dark"')
    expect(await (await register('from=2026-11-23&to=2026-11-23', 'text/csv')).text()).toBe(
      'at,cameraId,by,reason,until\r\n2026-11-23T01:00:00.000Z,C1,S1,"A corner, ""dark""",2026-11-23T01:01:00.000Z\r\n',
    )
  })

  it('is shut without a database, and wants days', async () => {
    expect((await register('from=2026-11-23')).status).toBe(400)
    const poor = await openHouse()
    expect((await poor.ask('GET', '/api/looks?from=2026-11-23&to=2026-11-23')).status).toBe(503)
    await poor.close()
  })
})
