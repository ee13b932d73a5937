/** Kiosks before the real hall of the tests, with a line between them that can be cut. */
import { dayAround } from '#contracts/opening.ts'
import { type Kept, keptBy } from '#dashboard/kiosk/reserve/kept.ts'
import { type KeptStore, keptInMemory } from '#dashboard/kiosk/reserve/keptStore.ts'
import { Reserve } from '#dashboard/kiosk/reserve/reserve.svelte.ts'
import type { Answer } from '#dashboard/live/asks.ts'
import type { OpenedHouse } from '#test/support/openHouse.ts'

export interface Line {
  /** `deaf`: what is sent arrives, and the answer is lost on the way back. */
  state: 'up' | 'down' | 'deaf'
}

const GONE: Answer<never> = { ok: false, problem: { code: 'unreachable', title: '', status: 0 } }

/** One tab of a kiosk; tabs of the same browser share a store. */
export const openTab = (house: OpenedHouse, store: KeptStore, line: Line = { state: 'up' }) => {
  const post = async <T>(key: string, path: string, body: object): Promise<Answer<T>> => {
    if (line.state === 'down') return GONE
    const response = await house.ask('POST', path, body, { 'idempotency-key': key })
    if (line.state === 'deaf') return GONE
    const told = await response.json()
    return response.ok ? { ok: true, body: told } : { ok: false, problem: { ...told, status: response.status } }
  }
  const reserve = new Reserve({
    store,
    post,
    hall: () => ({
      day: dayAround(house.clock.now(), 'Asia/Shanghai').day,
      at: house.clock.now(),
      letters: ['A', 'B'],
      online: line.state !== 'down',
      leasing: true,
    }),
  })
  return { reserve, post, line }
}

export const storeOf = (kioskId = 'K1', kept: Kept = keptBy(kioskId)): KeptStore => keptInMemory(() => kept)

export const social = { serviceIds: ['social'], lane: 'walkIn', language: 'zh' } as const
export const tax = { serviceIds: ['tax'], lane: 'walkIn', language: 'zh' } as const

/** Numbers of all tickets that wait in the hall. */
export const inLine = (house: OpenedHouse): string[] =>
  house.mirror
    .all('ticket')
    .filter(({ ticket }) => ticket.state === 'waiting')
    .map(({ ticket }) => ticket.number)
    .sort()
