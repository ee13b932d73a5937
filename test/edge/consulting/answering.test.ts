/** What the hall answers, and how often it is the right answer, by two lists of questions in four languages. */
import { describe, expect, it } from 'vitest'
import type { Language } from '#contracts/languages.ts'
import { openCatalogue } from '#edge/adapters/catalogue.ts'
import { createAnswering, SURE } from '#edge/consulting/answering.ts'
import { NINE } from '#test/support/given.ts'
import { type Asked, asked, askedLater } from './asked.ts'
import { districtSite } from './district.ts'

const site = districtSite()
const catalogue = openCatalogue(site)
const now = { lines: new Map(), windows: new Map(), at: NINE }

interface Rate {
  rate: number
  /** A person comes though the catalogue has the answer. */
  missed: string[]
  /** Answered, and not what was asked. */
  wrong: string[]
}

const rateOf = (list: readonly Asked[], sure = SURE): Rate => {
  const answer = createAnswering({ site, catalogue, sure })
  const answers = list.map(([text, language, source]) => ({ text, source, said: answer(text, { ...now, language }) }))
  const astray = answers.filter(({ source, said }) => said.source !== source)
  return {
    rate: 1 - astray.length / list.length,
    missed: astray.filter(({ said }) => said.personComes).map(({ text }) => text),
    wrong: astray.filter(({ said }) => !said.personComes).map(({ text, said }) => `${text} → ${said.source}`),
  }
}

const told = ({ rate, missed, wrong }: Rate) => `${rate.toFixed(3)}, ${missed.length} missed, ${wrong.length} wrong`

const inLanguage = (list: readonly Asked[], languages: readonly Language[]) =>
  list.filter(([, language]) => languages.includes(language))

describe('answering what visitors ask', () => {
  it.each([
    ['the words were chosen by', asked(), 250],
    ['kept aside', askedLater(), 90],
  ] as const)('is right nine times of ten with the questions %s', (which, list, least) => {
    const result = rateOf(list)
    console.info(`questions ${which}: ${told(result)} of ${list.length}`, result.missed, result.wrong)
    expect(inLanguage(list, ['zh', 'en']).length).toBeGreaterThanOrEqual(least)
    expect(result.rate).toBeGreaterThanOrEqual(0.9)
    expect(rateOf(inLanguage(list, ['zh'])).rate).toBeGreaterThanOrEqual(0.9)
    expect(rateOf(inLanguage(list, ['en'])).rate).toBeGreaterThanOrEqual(0.9)
    expect(rateOf(inLanguage(list, ['ja', 'ko'])).rate).toBeGreaterThanOrEqual(0.9)
  })

  it('hardly ever tells somebody who asks about something else', () => {
    const others = [...asked(), ...askedLater()].filter(([, , source]) => source === 'person')
    expect(others.length).toBeGreaterThan(60)
    expect(rateOf(others).wrong.length / others.length).toBeLessThan(0.05)
  })

  it('is as sure as is best for the questions: less is wrong more often, more sends people for nothing', () => {
    const thresholds = [0.3, 0.4, 0.5, SURE, 0.6, 0.7, 0.8, 0.9]
    const rates = thresholds.map((sure) => ({ sure, ...rateOf(asked(), sure) }))
    for (const one of rates) console.info(`sure from ${one.sure}: ${told(one)}`)
    const best = Math.max(...rates.map(({ rate }) => rate))
    expect(rates.find(({ sure }) => sure === SURE)?.rate).toBe(best)
    expect(rates.at(0)?.wrong.length).toBeGreaterThan(rates.find(({ sure }) => sure === SURE)?.wrong.length ?? 0)
    expect(rates.at(-1)?.missed.length).toBeGreaterThan(rates.find(({ sure }) => sure === SURE)?.missed.length ?? 0)
  })

  it('is the same however the robot labels the language', () => {
    const answer = createAnswering({ site, catalogue })
    expect(answer('where is the guide desk', { ...now, language: 'zh' }).text).toBe('导办台在一层，靠近 5 号窗口。')
    expect(answer('导办台在哪里', { ...now, language: 'ko' }).text).toBe('안내 데스크: 1층, 5번 창구 근처입니다.')
  })
})
