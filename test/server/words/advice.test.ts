import { describe, expect, it } from 'vitest'
import { Advice } from '#contracts/advice.ts'
import { adviceSentence } from '#server/words/advice.ts'
import { smallSite } from '#test/support/smallSite.ts'

const site = {
  ...smallSite(),
  services: smallSite().services.map((one) => ({ ...one, names: namesOf(one.serviceId) })),
}
function namesOf(serviceId: string) {
  return serviceId === 'social' ? { zh: '社保卡', en: 'Social card' } : { zh: '税务', en: 'Tax' }
}

const waits = (p90Minutes: number, meanMinutes = p90Minutes / 2) => ({ p90Minutes, meanMinutes, longWaitShare: 0 })
const advice = (change: object = {}): Advice =>
  Advice.parse({
    adviceId: 'open-W2',
    deed: { type: 'openWindow', windowId: 'W2', serviceIds: ['social'] },
    without: waits(31.2),
    effect: waits(17.6),
    reason: { serviceId: 'social', waiting: 14, longestMinutes: 22.3, openWindows: 2 },
    ...change,
  })
const reason = { serviceId: 'social', waiting: 14, longestMinutes: 22, openWindows: 2 }
const said = (change?: object) => adviceSentence(advice(change), site)
const deedOf = (deed: object) => said({ deed })

describe('advice', () => {
  it('says for whom, what to do and what it does, in whole minutes', () => {
    expect(said()).toEqual({
      zh: '社保卡有 14 人在等，最久 22 分钟，只有 2 个窗口办理：开 2 号窗口，九成等候从 31 分钟降到 18 分钟。',
      en: '14 wait for Social card, the longest 22 min, and 2 windows serve it: opening window 2 takes the P90 wait from 31 to 18 min.',
    })
  })

  it('says each deed in its own words', () => {
    expect(deedOf({ type: 'resumeWindow', windowId: 'W2' })).toMatchObject({
      zh: expect.stringContaining('：2 号窗口恢复叫号，'),
      en: expect.stringContaining(': resuming window 2 takes'),
    })
    expect(deedOf({ type: 'setWindowServices', windowId: 'W1', serviceIds: ['social', 'tax'] })).toMatchObject({
      zh: expect.stringContaining('：1 号窗口改办社保卡、税务，'),
      en: expect.stringContaining(': having window 1 do Social card and Tax takes'),
    })
  })

  it('says breaks by the clock of the hall', () => {
    const from = Date.UTC(2026, 10, 23, 4, 5)
    const breaks = [{ from, until: from + 30 * 60_000 }]
    expect(deedOf({ type: 'setBreaks', windowId: 'W1', breaks })).toMatchObject({
      zh: expect.stringContaining('：1 号窗口的休息改到 12:05–12:35，'),
      en: expect.stringContaining(': moving the break of window 1 to 12:05–12:35 takes'),
    })
    expect(deedOf({ type: 'setBreaks', windowId: 'W1', breaks: [] })).toMatchObject({
      zh: expect.stringContaining('：取消 1 号窗口的休息，'),
      en: expect.stringContaining(': calling off the break of window 1 takes'),
    })
  })

  it('says of a window to close that others are left, and that waits grow', () => {
    const deed = { type: 'closeWindow', windowId: 'W3' }
    expect(
      said({ deed, without: waits(4), effect: waits(5), reason: { ...reason, waiting: 0, openWindows: 3 } }),
    ).toEqual({
      zh: '社保卡没有人在等，有 3 个窗口办理：关 3 号窗口，九成等候从 4 分钟升到 5 分钟。',
      en: 'Nobody waits for Social card, and 3 windows serve it: closing window 3 takes the P90 wait from 4 to 5 min.',
    })
  })

  it('says that nobody serves, that one waits, and that one window is there', () => {
    expect(said({ reason: { ...reason, waiting: 1, openWindows: 0 } })).toMatchObject({
      zh: expect.stringMatching(/^社保卡有 1 人在等，最久 22 分钟，没有窗口办理：/),
      en: expect.stringMatching(/^1 waits for Social card, the longest 22 min, and no window serves it:/),
    })
    expect(said({ reason: { ...reason, openWindows: 1 } }).en).toContain('and 1 window serves it')
  })

  it('tells the mean where the longest waits stay, and that nothing changes where neither does', () => {
    expect(said({ without: waits(12, 8), effect: waits(12.2, 6) })).toMatchObject({
      zh: expect.stringMatching(/平均等候从 8 分钟降到 6 分钟。$/),
      en: expect.stringMatching(/takes the mean wait from 8 to 6 min\.$/),
    })
    expect(said({ without: waits(3, 2), effect: waits(3, 2) })).toMatchObject({
      zh: expect.stringMatching(/九成等候仍是 3 分钟。$/),
      en: expect.stringMatching(/leaves the P90 wait at 3 min\.$/),
    })
  })
})
