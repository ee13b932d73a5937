/** The rating pad: what it asks, when it thanks, and when it rests again. */
import { describe, expect, it } from 'vitest'
import { Pad } from '#dashboard/rate/pad.svelte.ts'
import { ticketId } from '#test/support/names.ts'

const A001 = { ticketId: ticketId('A001'), number: 'A001', until: 60_000 }
const A002 = { ticketId: ticketId('A002'), number: 'A002', until: 90_000 }

const padThat = (code?: string) => {
  const sent: object[] = []
  const pad = new Pad('W1', async (rating) => {
    sent.push(rating)
    return code ? { ok: false, problem: { code, title: '', status: 409 } } : { ok: true, body: {} }
  })
  return { pad, sent }
}

describe('the rating pad', () => {
  it('sends a good rating at once and thanks for five seconds', async () => {
    const { pad, sent } = padThat()
    pad.see(A001, 0)
    await pad.choose(4, 1000)
    expect(sent).toEqual([{ ticketId: A001.ticketId, stars: 4 }])
    pad.see(undefined, 5000)
    expect(pad.step).toBe('thanks')
    pad.see(undefined, 6000)
    expect([pad.step, pad.asked]).toEqual(['ask', undefined])
  })

  it('asks what went wrong before it sends a bad one', async () => {
    const { pad, sent } = padThat()
    pad.see(A001, 0)
    await pad.choose(1, 1000)
    expect([pad.step, sent]).toEqual(['remarks', []])
    for (const remark of ['wait', 'papers', 'wait'] as const) pad.mark(remark)
    await pad.send(2000)
    expect(sent).toEqual([{ ticketId: A001.ticketId, stars: 1, remarks: ['papers'] }])
  })

  it('begins anew for the next visitor, also in the middle of a step', async () => {
    const { pad } = padThat()
    pad.see(A001, 0)
    await pad.choose(2, 1000)
    pad.see(A002, 2000)
    expect([pad.step, pad.asked?.number]).toEqual(['ask', 'A002'])
  })

  it('rests when the time for it has passed', () => {
    const { pad } = padThat()
    pad.see(A001, 59_000)
    expect(pad.asked?.number).toBe('A001')
    pad.see(A001, 60_000)
    expect(pad.asked).toBeUndefined()
  })

  it('says that it was too late, and that the hall is away', async () => {
    for (const [code, step] of [
      ['nobodyToRate', 'late'],
      ['unreachable', 'away'],
    ] as const) {
      const { pad } = padThat(code)
      pad.see(A001, 0)
      await pad.choose(5, 1000)
      expect(pad.step).toBe(step)
    }
  })

  it('is not sent twice', async () => {
    const { pad, sent } = padThat()
    pad.see(A001, 0)
    await Promise.all([pad.choose(5, 1000), pad.choose(5, 1000)])
    expect(sent).toHaveLength(1)
  })
})
