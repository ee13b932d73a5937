import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createSiteDesk } from '#edge/adapters/siteDesk.ts'
import { type TestFolder, testFolder } from '#test/support/folder.ts'
import { NINE } from '#test/support/given.ts'
import { type OpenedHouse, openHouse } from '#test/support/openHouse.ts'
import { smallSite } from '#test/support/smallSite.ts'

let folder: TestFolder
let file: string
let house: OpenedHouse
let now = NINE
const written = () => JSON.parse(readFileSync(file, 'utf8'))
const files = () => readdirSync(folder.path).sort()
const ask = async (method: string, path: string, body?: unknown) => (await house.ask(method, path, body)).json()

beforeEach(async () => {
  folder = await testFolder()
  file = join(folder.path, 'site.json')
  now = NINE
  const { queue: _, ...usual } = smallSite()
  writeFileSync(file, JSON.stringify(usual))
  house = await openHouse({ siteDesk: createSiteDesk({ file, now: () => now }) })
})
afterEach(async () => {
  await house.close()
  await folder.remove()
})

describe('reading the site file', () => {
  it('tells what is written, what a start would make of it, and a version', async () => {
    const { site, whole, version, flaws } = await ask('GET', '/api/site')
    expect(site.queue).toBeUndefined()
    expect(whole.queue.longWaitMinutes).toBe(15)
    expect(version).toMatch(/^[0-9a-f]{16}$/)
    expect(flaws).toEqual([])
  })

  it('names the flaws of a file that was changed by hand', async () => {
    writeFileSync(file, JSON.stringify({ ...smallSite(), timeZone: 'Asia/Nowhere' }))
    expect((await ask('GET', '/api/site')).flaws).toEqual([
      { path: 'timeZone', message: 'an IANA time zone such as Asia/Shanghai', code: 'timeZone', facts: {} },
    ])
    writeFileSync(file, '{')
    const torn = await ask('GET', '/api/site')
    expect([torn.site, torn.flaws[0].path, torn.flaws[0].code]).toEqual([undefined, '', 'notJson'])
  })

  it('says so where there is no file', async () => {
    await folder.remove()
    expect((await ask('GET', '/api/site')).code).toBe('noSiteFile')
  })
})

describe('checking a site', () => {
  it('names every flaw by its path, in its shape and between its parts, and writes nothing', async () => {
    const site = smallSite()
    const [first, ...windows] = site.windows
    const { flaws } = await ask('POST', '/api/site/check', {
      site: { ...site, windows: [{ ...first, serviceIds: ['social', 'visa'] }, ...windows] },
    })
    expect(flaws).toEqual([
      {
        path: 'windows[0].serviceIds[1]',
        message: 'visa is not among the services of this site',
        code: 'unknown',
        facts: { id: 'visa', list: 'services' },
      },
    ])
    const { flaws: shape } = await ask('POST', '/api/site/check', { site: { ...site, queue: { undoSeconds: 99 } } })
    expect(shape.map(({ path }: { path: string }) => path)).toEqual(['queue.undoSeconds'])
    expect(files()).toEqual(['site.json'])
  })
})

describe('changing the site', () => {
  const changed = async (change: object) => {
    const { site, version } = await ask('GET', '/api/site')
    return ask('PUT', '/api/site', { site: { ...site, ...change }, version })
  }

  it('writes it whole, keeps the text before beside it, and leaves the running hall as it is', async () => {
    const before = readFileSync(file, 'utf8')
    const answer = await changed({ queue: { targetMinutes: 8 } })
    expect(answer.whole.queue.targetMinutes).toBe(8)
    expect(written().queue).toEqual({ targetMinutes: 8 })
    expect(files()).toEqual([`site.${new Date(NINE).toISOString().replaceAll(/[:.]/g, '-')}.json`, 'site.json'])
    expect(readFileSync(join(folder.path, files()[0] ?? ''), 'utf8')).toBe(before)
    expect(house.mirror.all('site')[0]?.site.queue.targetMinutes).toBe(10)
    now += 1000
    await changed({ queue: { targetMinutes: 7 } })
    expect(files()).toHaveLength(3)
  })

  it('refuses what somebody else has changed meanwhile', async () => {
    const { site, version } = await ask('GET', '/api/site')
    await changed({ queue: { targetMinutes: 8 } })
    const refusal = await ask('PUT', '/api/site', { site, version })
    expect([refusal.code, refusal.status]).toEqual(['siteChanged', 409])
    expect(refusal.version).toBe((await ask('GET', '/api/site')).version)
    expect(written().queue).toEqual({ targetMinutes: 8 })
  })

  it('lets one of two who change at once win', async () => {
    const { site, version } = await ask('GET', '/api/site')
    const both = [6, 7].map((targetMinutes) =>
      ask('PUT', '/api/site', { site: { ...site, queue: { targetMinutes } }, version }),
    )
    expect((await Promise.all(both)).map(({ code }) => code)).toEqual([undefined, 'siteChanged'])
    expect(written().queue.targetMinutes).toBe(6)
  })

  it('writes nothing with a flaw in it', async () => {
    const refusal = await changed({ windows: [] })
    expect([refusal.code, refusal.status]).toEqual(['siteWrong', 422])
    expect(refusal.flaws[0].path).toBe('windows')
    expect(files()).toEqual(['site.json'])
  })
})
