/** Codes by which devices and people are let in: drawn, used once, forgotten with the process. */
import { MINUTE } from '#contracts/durations.ts'
import type { Instant } from '#contracts/time.ts'
import type { Clock } from '../clock.ts'
import type { DeviceWish } from './devices.ts'
import { drawPairingCode, drawToken } from './secrets.ts'

const LIFE = 10 * MINUTE
/** So many screens may wait to be let in at once; beyond, the oldest starts anew. */
const MOST_WAITING = 500

/** A screen that waits: it shows `code`, and fetches its token with `secret`. */
export interface Asked {
  code: string
  secret: string
  expiresAt: Instant
}

export type Fetched = { state: 'waiting' } | { state: 'ready'; wish: DeviceWish } | { state: 'unknown' }

export interface Pairings {
  ask(wish: DeviceWish): Asked
  /** The wish behind a code on a screen; undefined for a code that nobody shows. */
  wishOf(code: string): DeviceWish | undefined
  /** Lets the screen that shows the code be this. */
  approve(code: string, wish: DeviceWish): void
  /** `wish` is handed out once: whoever takes it pairs. */
  take(secretOrCode: string): Fetched
  /** A code made before; without an end it lasts until it is used. */
  offer(wish: DeviceWish, lasts?: number): { code: string; expiresAt?: Instant }
  /** A code by which one person enters. */
  offerEntry(personId: string, lasts?: number): string
  takeEntry(code: string): string | undefined
}

interface Waiting extends Asked {
  wish: DeviceWish
  approved: boolean
}

interface Offer<T> {
  what: T
  expiresAt: Instant | undefined
}

/** As somebody may type it. */
const typed = (code: string): string => code.toUpperCase().replaceAll(/[^A-Z0-9]/g, '')

export const createPairings = ({ clock }: { clock: Clock }): Pairings => {
  const waiting = new Map<string, Waiting>()
  const offers = new Map<string, Offer<DeviceWish>>()
  const entries = new Map<string, Offer<string>>()

  const forgetOld = () => {
    for (const [secret, { expiresAt }] of waiting) if (clock.now() >= expiresAt) waiting.delete(secret)
    for (const [oldest] of waiting) if (waiting.size > MOST_WAITING) waiting.delete(oldest)
    for (const kept of [offers, entries])
      for (const [code, { expiresAt }] of kept)
        if (expiresAt !== undefined && clock.now() >= expiresAt) kept.delete(code)
  }
  const shown = (code: string): Waiting | undefined => {
    forgetOld()
    return [...waiting.values()].find((one) => one.code === typed(code) && !one.approved)
  }
  const takeFrom = <T>(kept: Map<string, Offer<T>>, code: string): T | undefined => {
    forgetOld()
    const offer = kept.get(code)
    kept.delete(code)
    return offer?.what
  }

  return {
    ask: (wish) => {
      const asked = { code: drawPairingCode(), secret: drawToken(), expiresAt: clock.now() + LIFE }
      waiting.set(asked.secret, { ...asked, wish, approved: false })
      forgetOld()
      return asked
    },
    wishOf: (code) => shown(code)?.wish,
    approve: (code, wish) => {
      const one = shown(code)
      if (one) Object.assign(one, { wish, approved: true })
    },
    take: (secretOrCode) => {
      forgetOld()
      const one = waiting.get(secretOrCode)
      if (one && !one.approved) return { state: 'waiting' }
      const wish = one?.wish ?? takeFrom(offers, typed(secretOrCode))
      if (one) waiting.delete(secretOrCode)
      return wish ? { state: 'ready', wish } : { state: 'unknown' }
    },
    offer: (wish, lasts) => {
      const code = drawPairingCode()
      const expiresAt = lasts === undefined ? undefined : clock.now() + lasts
      offers.set(code, { what: wish, expiresAt })
      return { code, ...(expiresAt !== undefined && { expiresAt }) }
    },
    offerEntry: (personId, lasts) => {
      const code = drawToken()
      entries.set(code, { what: personId, expiresAt: lasts === undefined ? undefined : clock.now() + lasts })
      return code
    },
    takeEntry: (code) => takeFrom(entries, code),
  }
}
