import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { lacksOf } from '#contracts/siteCameras.ts'
import { openSite, parseSite, SiteFault } from '#edge/adapters/siteFile.ts'
import { testFolder } from '../../support/folder.ts'

const { path: folder, remove } = await testFolder()
afterAll(remove)

const EXAMPLE = readFileSync('edge/sites/district.json', 'utf8')
/** The example with something wrong in it. */
const spoilt = (spoil: (site: ReturnType<typeof JSON.parse>) => void): string => {
  const site = JSON.parse(EXAMPLE)
  spoil(site)
  return JSON.stringify(site)
}
const complaint = (text: string): string => {
  try {
    parseSite('site.json', text)
    return 'no complaint'
  } catch (fault) {
    return fault instanceof SiteFault ? fault.message : `not a SiteFault: ${fault}`
  }
}

describe('the example site', () => {
  const site = parseSite('district.json', EXAMPLE)

  it('is a district hall on two floors, as halls of its kind are', () => {
    expect(site.floors).toHaveLength(2)
    expect(site.windows).toHaveLength(12)
    expect(site.services).toHaveLength(20)
    expect(new Set(site.services.map(({ department }) => department.en)).size).toBe(6)
    expect([site.lifts.length, site.robots.length, site.cameras.length]).toEqual([1, 3, 2])
    expect(site.cameras.flatMap(({ zones }) => zones)).not.toEqual([])
  })

  it('has a name in four languages for everything people read', () => {
    const named = [site, ...site.services, ...site.zones, ...site.floors, ...site.robots, ...site.places]
    expect(named.filter(({ names }) => Object.keys(names).length < 4)).toEqual([])
  })

  it('is open as in the evening hall it follows', () => {
    expect(site.hours.monday).toEqual([
      { from: '09:00', until: '12:00' },
      { from: '14:00', until: '20:00' },
    ])
    expect(site.hours.sunday).toEqual([{ from: '09:00', until: '12:00' }])
  })
})

describe('a wrong site file', () => {
  it.each<[string, string, RegExp]>([
    [
      'a field of the wrong kind',
      spoilt((s) => (s.services[2].usualMinutes = 'ten')),
      /services\[2\]\.usualMinutes: .*number/,
    ],
    [
      'a service nobody does',
      spoilt((s) => s.services.push({ ...s.services[0], serviceId: 'new' })),
      /services\[20\]\.serviceId: no window does new/,
    ],
    ['an id given twice', spoilt((s) => (s.windows[1].windowId = 'W1')), /windows\[1\]\.windowId: W1 is already taken/],
    [
      'a window with an unknown service',
      spoilt((s) => s.windows[0].serviceIds.push('no')),
      /windows\[0\]\.serviceIds\[6\]: no is not among the services/,
    ],
    [
      'a robot without a home',
      spoilt((s) => (s.robots[0].homeNodeId = 'nowhere')),
      /robots\[0\]\.homeNodeId: nowhere is not among the routeNodes/,
    ],
    [
      'a camera whose privacy record is no record',
      spoilt((s) => (s.cameras[0].privacy.signsPosted = 'soon')),
      /cameras\[0\]\.privacy\.signsPosted: .*boolean/,
    ],
    ['a time zone that does not exist', spoilt((s) => (s.timeZone = 'Mars/Base')), /timeZone: an IANA time zone/],
    [
      'a span that ends before it begins',
      spoilt((s) => (s.hours.monday[0].until = '08:00')),
      /hours\.monday\[0\]: a span that ends after it begins/,
    ],
    ['no JSON at all', '{', /site\.json is not JSON/],
  ])('is refused for %s, with the path of the field', (_, text, sentence) => expect(complaint(text)).toMatch(sentence))
})

describe('a camera without its privacy record', () => {
  it('stands in the site, lacks all of the record, and so is not used', () => {
    const { cameras } = parseSite(
      'site.json',
      spoilt((s) => delete s.cameras[0].privacy),
    )
    expect(cameras.map(lacksOf)).toEqual([['operator', 'purpose', 'legalBasis', 'assessment', 'signsPosted'], []])
  })
})

describe('opening the site', () => {
  it('writes the example on first run, and reads the same file afterwards', () => {
    const file = join(folder, 'new', 'site.json')
    expect(openSite(file)).toMatchObject({ isExample: true, site: { hallId: 'district-hall' } })
    expect(existsSync(file)).toBe(true)
    expect(openSite(file)).toMatchObject({ isExample: false })
  })

  it('says which file it cannot read', () => {
    const file = join(folder, 'a-folder')
    mkdirSync(file)
    expect(() => openSite(file)).toThrow(/a-folder cannot be read: .*Check SITE_FILE and DATA_DIR/)
  })

  it('says which file it cannot write', () => {
    const inTheWay = join(folder, 'a-file')
    writeFileSync(inTheWay, '')
    expect(() => openSite(join(inTheWay, 'site.json'))).toThrow(/cannot be written: /)
  })
})
