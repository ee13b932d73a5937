import { describe, expect, it } from 'vitest'
import { MINUTE } from '#contracts/durations.ts'
import { verdictOf } from '#server/webhooks/verdicts.ts'

const heard = (status: number, text = '', headers: Record<string, string> = {}) =>
  verdictOf({ status, headers: new Headers(headers) }, text)

describe('the answer of a bot', () => {
  it('is believed only when it says so itself', () => {
    for (const text of ['{"errcode":0,"errmsg":"ok"}', '{"code":0}', 'ok']) expect(heard(200, text).kind).toBe('taken')
    expect(heard(200, '{"errcode":310000,"errmsg":"sign not match"}')).toEqual({
      kind: 'refused',
      reason: 'code 310000',
    })
    expect(heard(404, 'no_team')).toEqual({ kind: 'refused', reason: 'status 404' })
  })

  it('may ask to come again later', () => {
    for (const status of [429, 500, 503]) expect(heard(status)).toEqual({ kind: 'later', reason: `status ${status}` })
    expect(heard(200, '{"errcode":130101}').kind).toBe('later')
    expect(heard(200, '{"code":9499}').kind).toBe('later')
  })

  it('may say how much later, up to ten minutes', () => {
    expect(heard(429, '', { 'retry-after': '30' })).toMatchObject({ afterMs: 30_000 })
    expect(heard(429, '', { 'retry-after': '999999' })).toMatchObject({ afterMs: 10 * MINUTE })
    expect(heard(503, '', { 'retry-after': 'Wed, 21 Oct 2026 07:28:00 GMT' })).not.toHaveProperty('afterMs')
  })
})
