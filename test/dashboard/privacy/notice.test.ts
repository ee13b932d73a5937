/** What of the public notice is told once for all cameras, and what camera by camera. */
import { describe, expect, it } from 'vitest'
import { type CameraSaid, inUse, lettersOf, looksAt, type NoticeSaid, sayingsOf } from '#dashboard/privacy/notice.ts'
import { dateOf } from '#dashboard/privacy/today.ts'
import { privacyWords } from '#dashboard/words/privacy.ts'

const DAY = 24 * 3600_000
const NOW = Date.UTC(2026, 10, 22, 4)

const camera = (cameraId: string, more: Partial<CameraSaid> = {}): CameraSaid => ({
  cameraId,
  floor: { zh: '一层', en: 'Ground floor' },
  zones: [],
  inUse: true,
  operator: 'The hall',
  looks: { count: 0 },
  ...more,
})
const notice = (...cameras: CameraSaid[]): NoticeSaid => ({
  hall: { zh: '厅', en: 'Hall' },
  model: 'person',
  measured: [],
  notDone: [],
  kept: [],
  cameras,
})

describe('what is said of all cameras alike', () => {
  it('is said once', () => {
    expect(sayingsOf([camera('C1'), camera('C2')], 'operator')).toEqual([{ text: 'The hall', cameraIds: [] }])
  })

  it('is said camera by camera where they differ', () => {
    const cameras = [camera('C1'), camera('C2', { operator: 'The archive' }), camera('C3')]
    expect(sayingsOf(cameras, 'operator')).toEqual([
      { text: 'The hall', cameraIds: ['C1', 'C3'] },
      { text: 'The archive', cameraIds: ['C2'] },
    ])
  })

  it('names the cameras of which it is said where others say nothing', () => {
    expect(sayingsOf([camera('C1', { contact: 'Guide desk' }), camera('C2')], 'contact')).toEqual([
      { text: 'Guide desk', cameraIds: ['C1'] },
    ])
  })
})

describe('what a hall has written in Chinese', () => {
  it('is shown in Chinese letters on a page in another language', () => {
    expect(lettersOf('一层导办台', 'ja')).toBe('zh')
    expect(lettersOf('Guide desk', 'ja')).toBe('ja')
  })
})

describe('the cameras in use', () => {
  it('are those with a whole record', () => {
    expect(inUse(notice(camera('C1'), camera('C2', { inUse: false }))).map(({ cameraId }) => cameraId)).toEqual(['C1'])
  })
})

describe('the looks of people', () => {
  it('are counted over all cameras, with the day of the last', () => {
    const cameras = [
      camera('C1', { looks: { count: 2, lastAt: NOW - DAY } }),
      camera('C2', { looks: { count: 1, lastAt: NOW } }),
    ]
    expect(looksAt(cameras)).toEqual({ count: 3, lastAt: NOW })
    expect(looksAt([camera('C1')])).toEqual({ count: 0 })
  })

  it('are not said to be none while nobody can say', () => {
    const { looks: _, ...unknown } = camera('C2')
    expect(looksAt([camera('C1'), unknown])).toBeUndefined()
  })

  it('are said in words, one, several, or none', () => {
    const { zh, en } = privacyWords
    expect(zh.looksCount(0, undefined)).toContain('没有人')
    expect(zh.looksCount(2, dateOf(NOW, 'zh'))).toContain('看过 2 次，最近一次在 2026年11月22日')
    expect(en.looksCount(1, dateOf(NOW, 'en'))).toBe('One look in the last 30 days, the last on 22 November 2026.')
  })
})
