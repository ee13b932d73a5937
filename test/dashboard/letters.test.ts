/** The letters a screen fetches ahead. */
import { describe, expect, it } from 'vitest'
import { lettersOf } from '#dashboard/letters.ts'
import { zh } from '#dashboard/words/kiosk/zh.ts'

describe('the letters of words', () => {
  it('hold those of sentences, of nested words and of sentences made on the way', () => {
    const letters = lettersOf({ a: '导办台', b: { c: '请' }, d: (count: number) => `前面 ${count} 人` })
    for (const letter of '导办台请前面人') expect(letters).toContain(letter)
  })

  it('hold all that the kiosk says when it is out of service', () => {
    const letters = lettersOf(zh)
    for (const letter of zh.outOfService + zh.outOfServiceWhy + zh.goToDesk) expect(letters).toContain(letter)
  })
})
