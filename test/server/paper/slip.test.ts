import { describe, expect, it } from 'vitest'
import { svgOf } from '#server/paper/markup.ts'
import { pdfOf } from '#server/paper/pdf.ts'
import { slipIn } from './slips.ts'

describe('a slip', () => {
  it('says how long, where and with what, and nothing of the person', () => {
    const slip = slipIn('en')
    expect(slip).toMatchObject({
      hall: 'District service hall',
      number: 'A042',
      services: ['Residence permit', 'Medical insurance registration'],
      time: '2026-11-22 09:12',
    })
    expect(slip.lines).toEqual([
      'The wait is about 5-12 min',
      'About 3 ahead of you',
      'Take a seat: West seats, ground floor',
      'When called, the screen shows the window: 3, 4, 8',
      'Keep this number: after each window, wait for the next call',
    ])
    expect(JSON.stringify(slip)).not.toMatch(/disab|priority/i)
  })

  it('names the papers that the situation asks for', () => {
    expect(slipIn('zh').papers.list).toEqual(['居民身份证原件', '近期白底证件照一张'])
    expect(slipIn('zh', { situation: 'newcomer:1:1:0' }).papers.list).toEqual([
      '居民身份证原件',
      '近期白底证件照一张',
      '不动产权证书',
      '社会保障卡',
    ])
    expect(slipIn('zh', { situation: 'nothing:9' }).papers.list).toHaveLength(2)
  })

  it('says that the wait is not known rather than none', () => {
    expect(slipIn('zh', { estimate: undefined }).lines[0]).toBe('等候时间暂时不知道，请留意叫号')
  })

  it.each(['zh', 'en', 'ja', 'ko'] as const)('becomes a page in %s, every sign of it drawn', async (language) => {
    const slip = slipIn(language)
    const page = Buffer.from(await pdfOf(slip))
    expect(page.subarray(0, 5).toString()).toBe('%PDF-')
    expect(page.subarray(-6).toString()).toContain('%%EOF')
    const bare = Buffer.from(await pdfOf({ ...slip, papers: { ...slip.papers, list: [] }, lines: [] }))
    expect(page.length).toBeGreaterThan(bare.length + 2000)
  })

  it('becomes a picture with its number and code', () => {
    const svg = svgOf(slipIn('ja'))
    expect(svg).toMatch(/^<svg/)
    expect(svg).toMatch(/>A<.*>0<.*>4<.*>2</)
    expect(svg).toContain('lang="ja"')
  })

  it('keeps what a site writes as text, also the signs that markup is made of', () => {
    const slip = { ...slipIn('en'), services: ['Permit {code:x} | "new" ~ ^^^'] }
    const text = svgOf(slip).replaceAll(/<[^>]+>/g, '')
    expect(text.replaceAll('\u00a0', ' ').replaceAll('&#xa0;', ' ')).toContain('{code:x}')
  })
})
