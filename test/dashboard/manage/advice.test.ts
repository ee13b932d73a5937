import { describe, expect, it } from 'vitest'
import { Advice } from '#contracts/advice.ts'
import { ServiceWindow } from '#contracts/windows.ts'
import type { Answer } from '#dashboard/live/asks.ts'
import { Carrying, type SendAccept } from '#dashboard/manage/carrying.svelte.ts'
import { measuresOf, minutesScale } from '#dashboard/manage/effects.ts'
import { outcomeSaid, problemSaid } from '#dashboard/manage/outcomes.ts'
import { smallSite } from '#test/support/smallSite.ts'

const outcome = (meanMinutes: number, p90Minutes: number, longWaitShare: number) => ({
  meanMinutes,
  p90Minutes,
  longWaitShare,
})

const opening = {
  ...Advice.parse({
    adviceId: 'open-W3',
    deed: { type: 'openWindow', windowId: 'W3', serviceIds: ['tax'] },
    without: outcome(12.4, 31.2, 0.4),
    effect: outcome(8.1, 19.6, 0.12),
    reason: { serviceId: 'tax', waiting: 7, longestMinutes: 22, openWindows: 1 },
  }),
  sentence: { zh: '开 3 号窗口。', en: 'Open window 3.' },
}
const counter = ServiceWindow.parse({ windowId: 'W3', state: 'open', serviceIds: ['tax'], since: 0 })

describe('the effect of advice', () => {
  it('is each measure before and after, in whole minutes and percent', () => {
    const [mean, p90, overLong] = measuresOf(opening.without, opening.effect, 31.2)
    expect(mean).toMatchObject({ name: 'mean', before: 12, after: 8, worse: false })
    expect(p90).toMatchObject({ name: 'p90', before: 31, after: 20, scale: 31.2 })
    expect(overLong).toMatchObject({ name: 'overLong', unit: 'percent', before: 40, after: 12, scale: 100 })
  })

  it('is worse only where whole minutes show it', () => {
    const [mean, p90] = measuresOf(outcome(2.1, 4, 0), outcome(2.4, 5, 0), 15)
    expect([mean?.worse, p90?.worse]).toEqual([false, true])
  })

  it('is drawn on one scale for all, that holds the longest and never magnifies trifles', () => {
    expect(minutesScale([opening])).toBe(31.2)
    expect(minutesScale([{ without: outcome(1, 2, 0), effect: outcome(1, 3, 0) }])).toBe(15)
  })
})

const answering = (...answers: Answer<{ window: ServiceWindow }>[]) => {
  const sent: { key: string; path: string }[] = []
  const send: SendAccept = async (key, path) => {
    sent.push({ key, path })
    return answers.shift() ?? { ok: true, body: { window: counter } }
  }
  return { sent, carrying: new Carrying(send, () => 1000) }
}
const no = (code: string, status: number) => ({ ok: false as const, problem: { code, title: code, status } })

describe('carrying out advice', () => {
  it('tells what came of it, latest first', async () => {
    const { sent, carrying } = answering()
    await carrying.carryOut(opening)
    expect(sent.map(({ path }) => path)).toEqual(['/api/advice/open-W3/accept'])
    expect(carrying.done).toEqual([{ deed: opening.deed, sentence: opening.sentence, counter, at: 1000 }])
    expect([carrying.busy, carrying.refused]).toEqual([undefined, undefined])
  })

  it('is sent once, however often it is pressed meanwhile', async () => {
    const { sent, carrying } = answering()
    await Promise.all([carrying.carryOut(opening), carrying.carryOut(opening)])
    expect(sent).toHaveLength(1)
  })

  it('keeps its key until the hall has answered, and draws another for another intention', async () => {
    const { sent, carrying } = answering(no('unreachable', 0), no('adviceGone', 409))
    await carrying.carryOut(opening)
    expect(carrying.refused).toMatchObject({ adviceId: 'open-W3', problem: { code: 'unreachable' } })
    await carrying.carryOut(opening)
    await carrying.carryOut(opening)
    const [first, second, third] = sent.map(({ key }) => key)
    expect(second).toBe(first)
    expect(third).not.toBe(first)
    expect(carrying.refused).toBeUndefined()
  })
})

describe('what came of it', () => {
  const site = smallSite()
  const said = (deed: unknown, changed: object = {}) =>
    outcomeSaid(
      { deed: Advice.shape.deed.parse(deed), counter: ServiceWindow.parse({ ...counter, ...changed }) },
      site,
      'zh',
    )

  it('is said of the window as it stands', () => {
    expect(said(opening.deed)).toBe('3 号窗口已开放')
    expect(said({ type: 'closeWindow', windowId: 'W3' }, { state: 'closed' })).toBe('3 号窗口已关闭')
    expect(said({ type: 'setWindowServices', windowId: 'W3', serviceIds: ['tax'] })).toBe('3 号窗口现在办：Tax')
    const at = Date.UTC(2026, 10, 23, 4)
    expect(
      said({ type: 'setBreaks', windowId: 'W3', breaks: [] }, { breaks: [{ from: at, until: at + 1_800_000 }] }),
    ).toBe('3 号窗口休息：12:00–12:30')
    expect(said({ type: 'setBreaks', windowId: 'W3', breaks: [] })).toBe('3 号窗口今天不再休息')
  })

  it('or why not, also where the server says no and not the hall', () => {
    expect(problemSaid(no('adviceGone', 409).problem, site, 'zh')).toContain('已经不适用')
    expect(problemSaid({ ...no('windowBusy', 409).problem, ticketId: '20261123-A007' }, site, 'zh')).toContain('A007')
    expect(problemSaid(no('http500', 500).problem, site, 'en')).not.toBe('')
  })
})
