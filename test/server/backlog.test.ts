import { expect, it } from 'vitest'
import type { Fact } from '#contracts/facts.ts'
import type { Hall } from '#contracts/hall.ts'
import { createBacklog } from '#server/backlog.ts'
import { commandId, windowId } from '../support/names.ts'

const fact = (seq: number): Fact => ({
  seq,
  at: 0,
  by: 'test',
  cause: commandId(seq),
  event: { type: 'windowClosed', windowId: windowId('W1') },
})

/** A hall with so many old facts, told as fast as they are read. */
const oldHall = (last: number) => {
  const asked: number[] = []
  let told = 0
  const follow: Hall['follow'] = (from, listener) => {
    asked.push(from)
    let stopped = false
    const tell = async () => {
      for (let seq = from + 1; seq <= last && !stopped; seq++) {
        listener(fact(seq))
        told += 1
        if (seq % 100 === 0) await Promise.resolve()
      }
    }
    tell()
    return () => {
      stopped = true
    }
  }
  const hall: Hall = { follow, watch: () => () => {}, send: () => Promise.reject(new Error('only followed')) }
  return { hall, asked, told: () => told }
}

it('hands out every old fact once and in order, and holds no more than it may', async () => {
  const { hall, asked, told } = oldHall(12_000)
  const backlog = createBacklog(hall, () => {})
  let stored = 0
  let mostHeld = 0
  while (stored < 12_000) {
    const batch = await backlog.next(stored)
    expect(batch.map(({ seq }) => seq)).toEqual(batch.map((_, i) => stored + 1 + i))
    expect(batch.length).toBeLessThanOrEqual(500)
    mostHeld = Math.max(mostHeld, told() - stored)
    stored += batch.length
    await new Promise(setImmediate)
  }
  expect(mostHeld).toBeLessThanOrEqual(5_000)
  expect(asked.length).toBeGreaterThan(1)
  backlog.close()
  expect(await backlog.next(stored)).toEqual([])
})
