/** How the catalogue is searched, in the example hall and in one with something else in it. */
import { describe, expect, it } from 'vitest'
import { SiteFile } from '#contracts/siteChecks.ts'
import { shortenedTermsOf, termsOf } from '#edge/adapters/catalogue/tokens.ts'
import { openCatalogue } from '#edge/adapters/catalogue.ts'
import { districtSite } from '#test/edge/consulting/district.ts'
import { smallSite } from '#test/support/smallSite.ts'

const { search: find, names } = openCatalogue(districtSite())
const search = (...parts: string[]) => find(parts)
const best = (words: string) => search(words)[0]?.subject.source
const score = (words: string) => search(words)[0]?.score ?? 0

describe('cutting text', () => {
  it('takes characters by pairs and words whole, in small letters', () => {
    expect(termsOf('社会保障卡 ID Card 3')).toEqual(['社会', '会保', '保障', '障卡', 'id', 'card', '3'])
    expect(termsOf('エレベーター, 거주증')).toEqual(['エレ', 'レベ', 'ベー', 'ータ', 'ター', '거주', '주증'])
    expect(termsOf('税')).toEqual(['税'])
  })

  it('knows names with characters left out', () => {
    expect(shortenedTermsOf('社会保障卡')).toEqual(expect.arrayContaining(['社保', '保卡']))
    expect(shortenedTermsOf('Social card')).toEqual([])
  })
})

describe('searching', () => {
  it.each([
    ['社会保障卡', 'service:social-card'],
    ['社保卡', 'service:social-card'],
    ['社会保障カード', 'service:social-card'],
    ['사회보장카드', 'service:social-card'],
    ['Social Security CARD', 'service:social-card'],
    ['个税', 'service:income-tax'],
    ['marrige', 'service:marriage'],
    ['regis employ', 'service:employment'],
    ['老年证', 'service:elderly-card'],
    ['税', 'department:Tax'],
  ])('finds %s', (words, source) => expect(best(words)).toBe(source))

  it('is less sure the less of the question is explained', () => {
    const scores = ['社会保障卡', '社会保障卡图书馆', '社会保障卡图书馆自行车'].map(score)
    expect(scores).toEqual([...scores].sort((a, b) => b - a))
    expect(scores[0]).toBe(1)
    expect(scores[2]).toBeLessThan(0.55)
  })

  it('finds nothing by a paper alone, nor by nothing', () => {
    expect(search('银行')).toEqual([])
    expect(search('')).toEqual([])
    expect(search('。？！')).toEqual([])
  })

  it('tells apart services by a paper that is named beside them', () => {
    expect(score('报销 银行')).toBeGreaterThan(score('就业 银行'))
  })

  it('says all names, so that no word is looked for inside one', () => {
    expect(names).toEqual(expect.arrayContaining(['出入境证件', 'Exit and entry documents', '护照', '안내 데스크']))
  })
})

describe('another hall', () => {
  const site = smallSite()
  const [first, ...others] = site.services
  const toilet = {
    names: { zh: '卫生间', en: 'Toilets' },
    outline: [
      { x: 0, y: 0 },
      { x: 2, y: 0 },
      { x: 2, y: 2 },
    ],
  }
  const other = openCatalogue(
    SiteFile.parse({
      ...site,
      services: [{ ...first, names: { zh: '住房公积金提取', en: 'Housing fund withdrawal' } }, ...others],
      floors: site.floors.map((floor) => ({ ...floor, rooms: [toilet] })),
    }),
  )

  it.each([
    ['公积金', 'service:social'],
    ['housing fund', 'service:social'],
    ['厕所', 'room:F1:Toilets'],
    ['restroom', 'room:F1:Toilets'],
  ])('has what it has: %s', (words, source) => expect(other.search([words])[0]?.subject.source).toBe(source))

  it('has not what the example has', () => expect(other.search(['护照'])).toEqual([]))
})
