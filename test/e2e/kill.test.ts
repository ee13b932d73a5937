import { afterAll, describe, expect, it } from 'vitest'
import { testFolder } from '../support/folder.ts'
import { startBox } from '../support/runningBox.ts'
import { asking } from '../support/visiting.ts'

const SENDERS = 16
const COMMANDS = 200

const { path: folder, remove } = await testFolder()
afterAll(remove)

const keyOf = (n: number) => `kill-${n}`

/** The running numbers of a letter, as they were given. */
const countsOf = (numbers: readonly string[]) => numbers.map((number) => Number(number.slice(1))).sort((a, b) => a - b)

describe('a box killed in the middle of 200 ticket commands', () => {
  it('has every acknowledged ticket once after a restart, and numbers without gap or repeat', async () => {
    const box = await startBox(folder)
    const ask = asking(box.url)
    const acknowledged = new Map<number, string>()
    let next = 0
    let killed: Promise<number> | undefined
    const send = async (): Promise<void> => {
      for (let n = next++; n < COMMANDS; n = next++) {
        const answer = await ask('POST', '/api/tickets', { serviceIds: ['social-card'] }, keyOf(n)).catch(
          () => undefined,
        )
        if (!answer) return
        expect(answer.status).toBe(201)
        acknowledged.set(n, answer.body.ticket.number)
        if (acknowledged.size >= COMMANDS / 2) killed ??= box.end('SIGKILL')
      }
    }
    await Promise.all(Array.from({ length: SENDERS }, send))
    await killed
    expect(acknowledged.size).toBeGreaterThanOrEqual(COMMANDS / 2)
    expect(acknowledged.size).toBeLessThan(COMMANDS)

    const again = await startBox(folder)
    const askAgain = asking(again.url)
    const { body: hall } = await askAgain('GET', '/api/hall')
    const kept: string[] = hall.records.flatMap((r: { kind: string; ticket: { number: string } }) =>
      r.kind === 'ticket' ? r.ticket.number : [],
    )
    expect(countsOf(kept)).toEqual(kept.map((_, i) => i + 1))
    expect(kept).toEqual(expect.arrayContaining([...acknowledged.values()]))

    const numbers = await Promise.all(
      Array.from({ length: COMMANDS }, async (_, n) => {
        const { body } = await askAgain('POST', '/api/tickets', { serviceIds: ['social-card'] }, keyOf(n))
        return String(body.ticket.number)
      }),
    )
    for (const [n, number] of acknowledged) expect(numbers[n]).toBe(number)
    expect(countsOf(numbers)).toEqual(numbers.map((_, i) => i + 1))
    await again.end('SIGTERM')
  })
})
