import { describe, expect, it } from 'vitest'
import { languageFrom, nameIn, wordsIn } from '#dashboard/language.ts'
import { placeOf } from '#dashboard/screens.ts'

describe('a path', () => {
  it.each([
    ['/', 'Wall', undefined],
    ['/wall', 'Wall', undefined],
    ['/window/W3', 'Desk', 'W3'],
    ['/window/W3.1/', 'Desk', 'W3.1'],
    ['/sign-in', 'SignIn', undefined],
  ])('%s opens %s', (path, page, id) => {
    const place = placeOf(path)
    expect(place.screen?.page).toBe(page)
    expect(place.id).toBe(id)
  })

  it('that means no screen opens none', () => expect(placeOf('/wal').screen).toBeUndefined())
})

describe('the language of a screen', () => {
  it('is what the address asks for, or Chinese', () => {
    expect(['lang=en', 'lang=ko', 'lang=fr', ''].map((search) => languageFrom(new URLSearchParams(search)))).toEqual([
      'en',
      'ko',
      'zh',
      'zh',
    ])
  })

  it('falls back to English where nothing is written', () => {
    expect(wordsIn({ zh: '你好', en: 'hello' }, 'ja')).toBe('hello')
    expect(nameIn({ zh: '一楼', en: 'Ground floor', ja: '1階' }, 'ja')).toBe('1階')
    expect(nameIn({ zh: '一楼', en: 'Ground floor' }, 'ko')).toBe('Ground floor')
  })
})
