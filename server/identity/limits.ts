/** How much each may ask: changes by badge, everything by address for those without one. Programs of this box are not limited. */
import { BurstyRateLimiter, RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible'
import type { Badge } from './badge.ts'

export interface Limits {
  /** Seconds to wait, or undefined when it may be done now. */
  waitFor(asked: {
    route: string
    method: string
    badge: Badge | undefined
    address: string
  }): Promise<number | undefined>
  /** The same for a try at a pairing code from an address, after five wrong ones in a minute. */
  waitForCode(address: string): Promise<number | undefined>
  wrongCode(address: string): Promise<void>
}

/** `perSecond` all the time, `burst` once in ten seconds. */
const bursty = (perSecond: number, burst: number) =>
  new BurstyRateLimiter(
    new RateLimiterMemory({ points: perSecond, duration: 1 }),
    new RateLimiterMemory({ points: burst - perSecond, duration: 10 }),
  )

const ISSUE = 'POST /api/tickets'

export const createLimits = (): Limits => {
  const changes = bursty(20, 60)
  const issuing = bursty(1, 5)
  const nobody = bursty(5, 30)
  const codes = new RateLimiterMemory({ points: 5, duration: 60 })

  const wait = async (limiter: { consume(key: string): Promise<unknown> }, key: string) => {
    try {
      await limiter.consume(key)
      return undefined
    } catch (limited) {
      if (limited instanceof RateLimiterRes) return Math.max(1, Math.ceil(limited.msBeforeNext / 1000))
      throw limited
    }
  }

  return {
    waitFor: async ({ route, method, badge, address }) => {
      if (badge?.role === 'program') return undefined
      if (!badge) return wait(nobody, address)
      if (method === 'GET' || method === 'HEAD') return undefined
      if (badge.role === 'kiosk' && route === ISSUE) return wait(issuing, badge.key)
      return wait(changes, badge.key)
    },
    waitForCode: async (address) => {
      const tried = await codes.get(address)
      return tried && tried.remainingPoints <= 0 ? Math.max(1, Math.ceil(tried.msBeforeNext / 1000)) : undefined
    },
    wrongCode: async (address) => void (await wait(codes, address)),
  }
}
