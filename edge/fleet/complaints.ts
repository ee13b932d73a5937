/** Messages that cannot be read or are not as the standard says: counted, and told now and then. */
import { MINUTE } from '#contracts/durations.ts'
import type { Instant } from '#contracts/time.ts'
import type { Heard } from '#contracts/vda5050/lenient.ts'
import type { Log } from '../ports.ts'

/** Of one robot. A sentence a minute at most about what is unreadable; each wrong field once. */
export const createComplaints = (robotId: string, log: Log) => {
  const wrong = new Set<string>()
  let unreadable = 0
  let toldAt: Instant | undefined

  /** The message, or nothing when it cannot be read. */
  const checked = <T>(topic: string, heard: Heard<T>, now: Instant): T | undefined => {
    if (heard.ok) {
      const fields = heard.violations.map((path) => `${topic}.${path}`).filter((field) => !wrong.has(field))
      for (const field of fields) wrong.add(field)
      if (fields.length > 0) log.info({ robotId, fields }, 'robot differs from VDA 5050')
      return heard.message
    }
    unreadable += 1
    if (toldAt === undefined || now - toldAt >= MINUTE) {
      toldAt = now
      log.warn({ robotId, topic, path: heard.path, problem: heard.problem, unreadable }, 'robot not understood')
    }
    return undefined
  }

  return { checked }
}
