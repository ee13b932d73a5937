/** What people ask of robots, one thing at a time. */
import { describe, expect, it } from 'vitest'
import type { Answer } from '#dashboard/live/asks.ts'
import { FleetWork, SENDING } from '#dashboard/parts/fleetWork.svelte.ts'

const no: Answer<unknown> = { ok: false, problem: { code: 'nothingToHandOver', title: '', status: 409 } }
const yes: Answer<unknown> = { ok: true, body: {} }
const asking = (answer: Answer<unknown> = yes) => {
  const asked: unknown[] = []
  const work = new FleetWork(async (path, body) => {
    asked.push(body === undefined ? path : [path, body])
    return answer
  })
  return { work, asked }
}

describe('asking something of a robot', () => {
  it('goes to its own address', async () => {
    const { work, asked } = asking()
    const errand = { kind: 'delivery', from: 'W1', to: 'shelf', priority: 5 } as const
    await work.setPause('R1', true)
    await work.setPause('R1', false)
    await work.confirm('M0001')
    await work.cancel('M0001')
    expect(await work.send(errand)).toBe(true)
    expect(asked).toEqual([
      '/api/robots/R1/pause',
      '/api/robots/R1/resume',
      '/api/missions/M0001/confirm',
      '/api/missions/M0001/cancel',
      ['/api/missions', errand],
    ])
  })

  it('keeps what the hall said no to beside whose it was, until the next', async () => {
    const { work } = asking(no)
    expect(await work.confirm('M0001')).toBe(false)
    expect(work.refused).toMatchObject({ name: 'M0001', problem: { code: 'nothingToHandOver' } })
    const next = work.send({ kind: 'guide', from: 'W1', to: 'W2', priority: 0 })
    expect([work.busy, work.refused]).toEqual([SENDING, undefined])
    await next
    expect(work.busy).toBeUndefined()
  })

  it('waits for the answer before anything else is asked', async () => {
    const { work, asked } = asking()
    const both = [work.confirm('M0001'), work.cancel('M0001')]
    expect(await Promise.all(both)).toEqual([true, false])
    expect(asked).toHaveLength(1)
  })
})
