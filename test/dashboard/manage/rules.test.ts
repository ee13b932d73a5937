import { describe, expect, it } from 'vitest'
import { QueueRules } from '#contracts/siteQueue.ts'
import { chapterOf } from '#dashboard/manage/chapters.ts'
import { alikeDays, hoursSaid } from '#dashboard/manage/hours.ts'
import { rulesOf } from '#dashboard/manage/rules.ts'
import { en } from '#dashboard/words/rules/en.ts'
import { zh } from '#dashboard/words/rules/zh.ts'
import { smallSite } from '#test/support/smallSite.ts'

const site = smallSite()
const rulesWith = (queue: object, words = zh) =>
  rulesOf({ ...site, queue: QueueRules.parse(queue) }, words, '2026-11-23', (day) => day)
const [LANES, BALANCING, , TIDAL] = [0, 1, 2, 3]
const said = (queue: object, topic: number) => rulesWith(queue)[topic]?.sentences.join('')

describe('the rule of lanes', () => {
  it('names how much later somebody may come and still pass', () => {
    expect(said({}, LANES)).toContain('没有人会被晚来 15 分钟以上的人超过')
    expect(said({ priorityCreditMinutes: 5, appointmentCreditMinutes: 20 }, LANES)).toContain('晚来 20 分钟以上')
    expect(said({ ownServiceMinutes: 4 }, LANES)).toContain('晚来 19 分钟以上')
  })

  it('promises that only within a service where short services or long lines go first', () => {
    expect(said({ balancing: 'gcmu', ownServiceMinutes: 4 }, LANES)).toContain('同一事项里，没有人会被晚来 15 分钟以上')
  })

  it('promises no bound where there is none', () => {
    for (const lanes of ['strict', 'ratio', 'accumulating']) expect(said({ lanes }, LANES)).not.toContain('没有人会被')
    expect(said({ lanes: 'strict' }, LANES)).toContain('没有上限')
    expect(said({ lanes: 'accumulating', priorityFactor: 3 }, LANES)).toContain('晚来 20 分钟')
    expect(said({ lanes: 'ratio', walkInsPerPriority: 4 }, LANES)).toContain('叫过 4 位')
  })
})

describe('the other rules', () => {
  it('speak of helping only where a window helps', () => {
    expect(said({}, BALANCING)).not.toContain('帮办')
    const [first, ...others] = site.windows
    if (!first) throw new Error('the small hall has a window')
    const helping = { ...site, windows: [{ ...first, helpIds: first.serviceIds.slice(0, 1) }, ...others] }
    expect(rulesOf(helping, zh, '2026-11-23', String)[BALANCING]?.sentences.join('')).toContain('帮办')
  })

  it('give numbers of the tide only where the hall moves it by itself', () => {
    expect(said({}, TIDAL)).toBe(zh.tidalNowhere)
    const tidal = { ...site, windows: site.windows.map((counter) => ({ ...counter, tidal: counter.label === '3' })) }
    const rule = (mode: string) =>
      rulesOf({ ...tidal, queue: QueueRules.parse({ tidal: { mode } }) }, zh, '2026-11-23', String)[TIDAL]
    expect(rule('advise')?.sentences.join('')).toBe(`潮汐窗口是 3 号。${zh.tidalByAdvice}`)
    expect(rule('automatic')?.sentences.join('')).toContain('等了 10 分钟')
  })

  it('are all said in both languages, for every policy', () => {
    for (const words of [zh, en])
      for (const lanes of ['timeCredit', 'strict', 'ratio', 'accumulating'])
        for (const balancing of ['longestWait', 'gcmu', 'longestQueue'])
          for (const { inForce, sentences, settings } of rulesWith({ lanes, balancing, calling: 'automatic' }, words)) {
            expect(inForce).not.toBe('')
            expect(sentences.length).toBeGreaterThan(0)
            expect([...sentences, ...settings].join()).not.toMatch(/undefined|NaN/)
          }
  })
})

describe('opening hours', () => {
  const day = [{ from: '09:00', until: '12:00' }]
  const hours = { ...site.hours, monday: day, tuesday: day, wednesday: [], thursday: day, friday: day }

  it('say neighbours with the same hours together', () => {
    expect(alikeDays(hours).map(({ from, until }) => [from, until])).toEqual([
      ['monday', 'tuesday'],
      ['wednesday', 'wednesday'],
      ['thursday', 'friday'],
      ['saturday', 'sunday'],
    ])
  })

  it('say holidays and days of their own that are still to come', () => {
    const dates = { ...hours, holidays: ['2026-10-01', '2027-01-01'], openDays: { '2026-12-26': day } }
    const sentences = hoursSaid(dates, zh, '2026-11-23', (date) => date).join(' ')
    expect(sentences).toContain('周三：不开放')
    expect(sentences).toContain('放假：2027-01-01。')
    expect(sentences).toContain('2026-12-26 09:00–12:00')
  })
})

describe('the chapter of an address', () => {
  it('is the one it names, or the first', () => {
    expect(['#rules', '', '#unknown'].map(chapterOf)).toEqual(['rules', 'advice', 'advice'])
  })
})
