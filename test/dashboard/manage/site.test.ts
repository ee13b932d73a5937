import { describe, expect, it } from 'vitest'
import { FlawCode, type SiteFlaw } from '#contracts/siteFlaws.ts'
import { changesOf, unknownIn } from '#dashboard/manage/site/changes.ts'
import { SiteDraft, type SiteFile } from '#dashboard/manage/site/draft.svelte.ts'
import { flawPlaceSaid, flawSaid, wrongPlaceIn } from '#dashboard/manage/site/flawSaying.ts'
import { pathSaid, valueAt, withValue } from '#dashboard/manage/site/paths.ts'
import { cautionsOf, changeSaid, pendingOf } from '#dashboard/manage/site/sayings.ts'
import { en } from '#dashboard/words/manageSite/en.ts'
import { zh } from '#dashboard/words/manageSite/zh.ts'
import { siteWith, smallSite } from '#test/support/smallSite.ts'

const speaking = { site: smallSite(), language: 'en', words: en } as const
const said = (before: unknown, after: unknown) => changesOf(before, after).map((change) => changeSaid(change, speaking))

describe('places in the site file', () => {
  it('are named as the server names flaws, read, written and taken out', () => {
    expect(pathSaid(['services', 2, 'usualMinutes'])).toBe('services[2].usualMinutes')
    const site = { a: [{ b: 1 }, { b: 2 }] }
    expect(valueAt(site, ['a', 1, 'b'])).toBe(2)
    expect(withValue(site, ['a', 1, 'b'], 3)).toEqual({ a: [{ b: 1 }, { b: 3 }] })
    expect(withValue(site, ['a', 0], undefined)).toEqual({ a: [{ b: 2 }] })
    expect(withValue({}, ['queue', 'tidal', 'mode'], 'advise')).toEqual({ queue: { tidal: { mode: 'advise' } } })
    expect(withValue({ c: 1, d: 2 }, ['c'], undefined)).toEqual({ d: 2 })
    expect(site.a[1]?.b).toBe(2)
  })
})

describe('changes of a site', () => {
  it('are said in words, with things by their names wherever they stand in a list', () => {
    const before = smallSite()
    const after = siteWith({ services: { tax: { usualMinutes: 7 } }, windows: { W2: { tidal: true } } })
    expect(said(before, { ...after, services: [...after.services].reverse() })).toEqual([
      'Service · Tax · Usual time: 5 → 7',
      'Window · 2 · Opened for rushes only: no → yes',
    ])
  })

  it('tell what is new and what is gone', () => {
    const site = smallSite()
    const [first, ...others] = site.services
    expect(said(site, { ...site, services: others })[0]).toMatch(/^Removed: Service · Social card/)
    expect(said({ services: others }, { services: [first, ...others] })[0]).toMatch(/^New: Service · Social card/)
    expect(said({ hours: { holidays: [] } }, { hours: { holidays: ['2026-12-25'] } })).toEqual([
      'Hours · holidays: empty → 2026-12-25',
    ])
  })

  it('leave aside cameras that were set up while the hall runs', () => {
    const site = smallSite()
    expect(pendingOf(site, { ...site, cameras: [] })).toEqual([])
    expect(pendingOf(site, siteWith({ queue: { targetMinutes: 8 } }))).toHaveLength(1)
  })

  it('name keys that nobody looks at', () => {
    expect(unknownIn({ queue: { longWaitMinuts: 9 }, names: {} }, smallSite())).toEqual([['queue', 'longWaitMinuts']])
  })
})

describe('a flaw of the site', () => {
  const inChinese = { site: smallSite(), language: 'zh', words: zh } as const
  const flaw = (code: FlawCode, facts: SiteFlaw['facts'] = {}): SiteFlaw => ({
    path: 'x',
    message: 'English',
    code,
    facts,
  })

  it('is said in Chinese, whatever it is', () => {
    const codes = FlawCode.options.filter((code) => code !== 'other')
    for (const code of codes)
      expect(flawSaid(flaw(code), inChinese)).toMatch(/^[^A-Za-z]*(JSON|Asia\/Shanghai)?[^A-Za-z]*$/)
    expect(flawSaid(flaw('other'), inChinese)).toBe('English')
  })

  it('names what it is about as people do', () => {
    expect(flawSaid(flaw('type', { expected: 'int' }), inChinese)).toBe('要填整数。')
    expect(flawSaid(flaw('unknown', { id: 'Z9', list: 'zones' }), inChinese)).toBe('区域里没有 Z9。')
    expect(flawSaid(flaw('notOneOf', { options: ['strict', 'ratio'] }), inChinese)).toBe(
      '只能是：严格优先、按比例穿插。',
    )
    expect(flawSaid(flaw('helpUndone', { id: 'tax' }), speaking)).toMatch(/does not do Tax:/)
    expect(flawSaid(flaw('tooFew', { of: 'string', least: 2 }), speaking)).toBe('At least 2 letters.')
  })

  it('stands where people call it, by name or counted from one', () => {
    const site = smallSite()
    const placed = (path: string) => flawPlaceSaid({ ...flaw('other'), path }, site, { ...speaking, site })
    expect(placed('services[1].usualMinutes')).toBe('Service · Tax · Usual time')
    expect(placed('hours.monday[0].from')).toBe('Hours · Monday · 1 · beginning')
    expect(placed('')).toBe(en.wholeFile)
  })

  it('is found by line and character in a text that is not JSON', () => {
    const placeIn = (text: string) => {
      try {
        return JSON.parse(text)
      } catch (fault) {
        return wrongPlaceIn(text, String(fault))
      }
    }
    expect(placeIn('{\n  "a": 1,\n  b\n}')).toEqual({ line: 3, column: 3 })
    expect(placeIn('{\n  "a": 1')).toEqual({ line: 2, column: 9 })
  })
})

describe('what to mind before a restart', () => {
  it('is whoever waits for a service that goes, and a window that goes while it is open', () => {
    const site = smallSite()
    const next = { ...site, services: site.services.slice(1), windows: site.windows.slice(1) }
    const [W1] = site.windows.map(({ windowId }) => windowId)
    if (!W1) throw new Error('no window')
    const open = { windowId: W1, state: 'open', serviceIds: [], since: 0 } as const
    const cautions = cautionsOf(next, [{ ...open, serviceIds: [] }], () => 3, speaking)
    expect(cautions).toEqual([
      'Social card would be gone, and 3 people wait for it now: serve them before the restart.',
      'Window 1 would be gone, and it is open now: close it before the restart.',
    ])
    expect(cautionsOf(site, [{ ...open, serviceIds: [] }], () => 3, speaking)).toEqual([])
  })
})

describe('a draft of the site', () => {
  const file: SiteFile = { version: 'v1', site: { names: { zh: '厅' } }, flaws: [] }
  const opened = async (write: ConstructorParameters<typeof SiteDraft>[0] extends infer P ? P : never) => {
    const draft = new SiteDraft(write)
    await draft.open()
    return draft
  }
  const fine = { ok: true, body: { flaws: [] } } as const

  it('counts what is changed, and is written under the version it was read in', async () => {
    const written: unknown[] = []
    const draft = await opened({
      read: async () => ({ ok: true, body: file }),
      check: async () => fine,
      write: async (site, version) => {
        written.push([site, version])
        return { ok: true, body: { ...file, site, version: 'v2' } }
      },
    })
    draft.put(['names', 'en'], 'Hall')
    expect(draft.changes).toHaveLength(1)
    expect(await draft.save()).toBe(true)
    expect(written).toEqual([[{ names: { zh: '厅', en: 'Hall' } }, 'v1']])
    expect([draft.changes.length, draft.written, draft.file?.version]).toEqual([0, 1, 'v2'])
  })

  it('keeps the changes when somebody else was faster, and does not read over them', async () => {
    const draft = await opened({
      read: async () => ({ ok: true, body: file }),
      check: async () => fine,
      write: async () => ({ ok: false, problem: { code: 'siteChanged', title: '', status: 409 } }),
    })
    draft.put(['names', 'en'], 'Hall')
    expect(await draft.save()).toBe(false)
    await draft.open()
    expect([draft.problem?.code, draft.changes.length]).toEqual(['siteChanged', 1])
    await draft.reread()
    expect([draft.problem, draft.changes.length]).toEqual([undefined, 0])
  })

  it('shows the flaws of the last change only', async () => {
    const answers: ((flaws: SiteFlaw[]) => void)[] = []
    const draft = await opened({
      read: async () => ({ ok: true, body: file }),
      check: () => new Promise((resolve) => answers.push((flaws) => resolve({ ok: true, body: { flaws } }))),
      write: async () => ({ ok: true, body: file }),
    })
    draft.put(['timeZone'], 'x')
    draft.put(['timeZone'], 'Asia/Tokyo')
    answers[1]?.([])
    answers[0]?.([{ path: 'timeZone', message: 'late', code: 'timeZone', facts: {} }])
    await Promise.resolve()
    await Promise.resolve()
    expect([draft.flaws, draft.checking]).toEqual([[], false])
  })
})
