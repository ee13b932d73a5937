/** A screen that asks to be let in. */
import { describe, expect, it } from 'vitest'
import { type Asked, Pairing } from '#dashboard/entry/pairing.svelte.ts'
import type { Answer } from '#dashboard/live/asks.ts'

const asked = (code: string): Answer<Asked> => ({ ok: true, body: { code, secret: `s-${code}`, expiresAt: 0 } })
const no = (status: number): Answer<never> => ({ ok: false, problem: { code: 'x', title: '', status } })
const settled = () => new Promise((resolve) => setImmediate(resolve))

const pairingWith = (codes: Answer<Asked>[], answers: Answer<{ state?: string }>[]) => {
  const waits: { delay: number; deed: () => void }[] = []
  const told = { paired: 0, secrets: [] as string[] }
  const pairing = new Pairing({
    begin: async () => codes.shift() ?? no(0),
    ask: async (secret) => {
      told.secrets.push(secret)
      return answers.shift() ?? no(0)
    },
    after: (delay, deed) => {
      waits.push({ delay, deed })
      return () => waits.pop()
    },
    paired: () => {
      told.paired += 1
    },
  })
  const next = async () => {
    waits.shift()?.deed()
    await settled()
  }
  return { pairing, told, waits, next }
}

describe('pairing', () => {
  it('shows a code and opens once it has been approved', async () => {
    const waiting = { ok: true, body: { state: 'waiting' } } as const
    const { pairing, told, waits, next } = pairingWith([asked('ABCD2345')], [waiting, { ok: true, body: {} }])
    pairing.start()
    await settled()
    expect(pairing.code).toBe('ABCD2345')
    await next()
    expect(told.paired).toBe(0)
    await next()
    expect([told.paired, told.secrets, waits.length]).toEqual([1, ['s-ABCD2345', 's-ABCD2345'], 0])
  })

  it('fetches another code when one is over', async () => {
    const { pairing, next } = pairingWith([asked('ABCD2345'), asked('WXYZ6789')], [no(404)])
    pairing.start()
    await settled()
    await next()
    expect(pairing.code).toBeUndefined()
    await next()
    expect(pairing.code).toBe('WXYZ6789')
  })

  it('keeps its code while the hall is away, and says so where it has none', async () => {
    const { pairing, waits, next } = pairingWith([no(429), asked('ABCD2345')], [no(0)])
    pairing.start()
    await settled()
    expect([pairing.away, waits[0]?.delay]).toEqual([true, 15_000])
    await next()
    await next()
    expect([pairing.code, pairing.away]).toEqual(['ABCD2345', true])
  })
})
