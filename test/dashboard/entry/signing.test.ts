/** Signing in, step by step. */
import { describe, expect, it } from 'vitest'
import { type Credentials, Signing } from '#dashboard/entry/signing.svelte.ts'
import type { Answer } from '#dashboard/live/asks.ts'

const no = (code: string, facts: object = {}): Answer<unknown> => ({
  ok: false,
  problem: { code, title: '', status: 401, ...facts },
})

const signingWith = (...answers: Answer<unknown>[]) => {
  const sent: Credentials[] = []
  const told = { in: 0 }
  const signing = new Signing(
    async (credentials) => {
      sent.push(credentials)
      return answers.shift() ?? { ok: true, body: {} }
    },
    () => {
      told.in += 1
    },
  )
  signing.name = ' admin '
  signing.password = 'a long password'
  return { signing, sent, told }
}

describe('signing in', () => {
  it('takes name and password', async () => {
    const { signing, sent, told } = signingWith()
    await signing.go()
    expect(sent).toEqual([{ name: 'admin', password: 'a long password' }])
    expect(told.in).toBe(1)
  })

  it('asks for the code of an authenticator where one is wanted', async () => {
    const { signing, sent, told } = signingWith(no('codeNeeded'))
    await signing.go()
    expect([signing.step, signing.mayGo, signing.refused]).toEqual(['code', false, undefined])
    signing.code = '123456'
    await signing.go()
    expect(sent[1]).toEqual({ name: 'admin', password: 'a long password', code: '123456' })
    expect(told.in).toBe(1)
  })

  it('has an authenticator set up before it lets an administrator in', async () => {
    const { signing, told } = signingWith(no('totpToEnrol', { otpauthUrl: 'otpauth://x', secret: 'ABC' }))
    await signing.go()
    expect([signing.step, signing.enrolment?.secret]).toEqual(['enrol', 'ABC'])
    signing.code = '654321'
    await signing.go()
    expect(told.in).toBe(1)
  })

  it('says no, forgets the code, and may begin again', async () => {
    const { signing, told } = signingWith(no('codeNeeded'), no('signInWrong'))
    await signing.go()
    signing.code = '000000'
    await signing.go()
    expect([signing.refused, signing.code, told.in]).toEqual(['signInWrong', '', 0])
    signing.again()
    expect([signing.step, signing.password]).toEqual(['password', ''])
  })
})
