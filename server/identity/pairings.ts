/** Codes by which devices and people are let in: drawn, used once, forgotten with the process unless approved. */
import { MINUTE } from '#contracts/durations.ts'
import type { Instant } from '#contracts/time.ts'
import type { Clock } from '../clock.ts'
import type { Log } from '../log.ts'
import type { DeviceWish } from './devices.ts'
import { drawPairingCode, drawToken, hashOf } from './secrets.ts'
import type { Approval, IdentityStore } from './store.ts'

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
  /** Lets the screen that shows the code be this; it may fetch its token also after a restart. */
  approve(code: string, wish: DeviceWish): Promise<void>
  /** `wish` is handed out once: whoever takes it pairs. */
  take(secretOrCode: string): Fetched
  /** A code made before; without an end it lasts until it is used. */
  offer(wish: DeviceWish, lasts?: number): { code: string; expiresAt?: Instant }
  /** A code by which one person enters. */
  offerEntry(personId: string, lasts?: number): string
  takeEntry(code: string): string | undefined
}

interface Waiting {
  /** Absent for one approved before a restart: nobody has to type it any more. */
  code?: string
  expiresAt: Instant
  wish: DeviceWish
  approved: boolean
}

interface Offer<T> {
  what: T
  expiresAt: Instant | undefined
}

/** As somebody may type it. */
const typed = (code: string): string => code.toUpperCase().replaceAll(/[^A-Z0-9]/g, '')

export interface PairingNeeds {
  /** Approved before a restart. */
  known: readonly Approval[]
  store: Pick<IdentityStore, 'approval' | 'forgetApprovals'>
  clock: Clock
  log: Log
}

const waitingFor = ({ secretHash, expiresAt, ...wish }: Approval): [string, Waiting] => [
  secretHash,
  { expiresAt, wish, approved: true },
]

export const createPairings = ({ known, store, clock, log }: PairingNeeds): Pairings => {
  /** By the hash of the secret. */
  const waiting = new Map<string, Waiting>(known.map(waitingFor))
  const offers = new Map<string, Offer<DeviceWish>>()
  const entries = new Map<string, Offer<string>>()

  /** Without the database it is true as long as the process lives. */
  const writeDown = (writing: Promise<void>) =>
    writing.catch((error: unknown) => log.debug({ error }, 'an approval could not be written down'))

  const forget = (secretHash: string) => {
    if (waiting.get(secretHash)?.approved) void writeDown(store.forgetApprovals([secretHash]))
    waiting.delete(secretHash)
  }
  const forgetOld = () => {
    for (const [secretHash, { expiresAt }] of waiting) if (clock.now() >= expiresAt) forget(secretHash)
    for (const [oldest] of waiting) if (waiting.size > MOST_WAITING) forget(oldest)
    for (const kept of [offers, entries])
      for (const [code, { expiresAt }] of kept)
        if (expiresAt !== undefined && clock.now() >= expiresAt) kept.delete(code)
  }
  const shown = (code: string): [string, Waiting] | undefined => {
    forgetOld()
    return [...waiting].find(([, one]) => one.code === typed(code) && !one.approved)
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
      const { code, secret, expiresAt } = asked
      waiting.set(hashOf(secret), { code, expiresAt, wish, approved: false })
      forgetOld()
      return asked
    },
    wishOf: (code) => shown(code)?.[1].wish,
    approve: async (code, wish) => {
      const [secretHash, one] = shown(code) ?? []
      if (!one || !secretHash) return
      Object.assign(one, { wish, approved: true })
      await writeDown(store.approval({ ...wish, secretHash, expiresAt: one.expiresAt }))
    },
    take: (secretOrCode) => {
      forgetOld()
      const one = waiting.get(hashOf(secretOrCode))
      if (one && !one.approved) return { state: 'waiting' }
      const wish = one?.wish ?? takeFrom(offers, typed(secretOrCode))
      if (one) forget(hashOf(secretOrCode))
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
