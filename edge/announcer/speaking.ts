/** The calls on their way to the loudspeakers: each one when its turn has come, and none of them twice. */

import { SECOND } from '#contracts/durations.ts'
import type { FloorId } from '#contracts/ids.ts'
import type { Site } from '#contracts/site.ts'
import type { Call } from '#contracts/tickets.ts'
import type { Instant } from '#contracts/time.ts'

/** How often a call is said within its time. */
const TIMES = 2

type Timed = Call & { from: Instant; until: Instant }

/** What loudspeakers and screens hear on the bus. QoS 1 may bring it twice: it is one announcement by `callId`. */
export interface Announcement extends Omit<Timed, 'ticketId'> {
  /** What stands above the window. */
  label: string
  /** Whose loudspeakers say it; those of other floors stay silent. */
  floorId: FloorId | undefined
  /** So often it is said in `seconds`, which no other call has on this floor. */
  times: number
  seconds: number
}

export interface SpeakerNeeds {
  site: Site
  say: (announcement: Announcement) => void
}

/**
 * Gives the deed to be done with all calls of the hall, whenever they change and as time passes.
 * Whatever had begun when it was first done was said in an earlier life, or is too late now.
 */
export const createSpeaker = ({ site, say }: SpeakerNeeds) => {
  const counters = new Map(site.windows.map((counter) => [counter.windowId, counter]))
  let said: ReadonlySet<string> | undefined

  const announcementOf = ({ ticketId: _, from, until, ...call }: Timed): Announcement => {
    const { label = call.windowId, place } = counters.get(call.windowId) ?? {}
    const seconds = (until - from) / SECOND
    return { ...call, label, floorId: place?.floorId, from, until, times: TIMES, seconds }
  }

  return (calls: readonly Call[], now: Instant): void => {
    const before = said ?? new Set()
    const begun = calls.map((call) => timed(call, site)).filter(({ callId, from }) => from <= now || before.has(callId))
    const due = said ? begun.filter(({ callId }) => !before.has(callId)) : []
    said = new Set(begun.map(({ callId }) => callId))
    for (const call of due.sort((a, b) => a.from - b.from)) say(announcementOf(call))
  }
}

const timed = (call: Call, { queue }: Site): Timed => {
  const { from = call.at, until = from + queue.announceSeconds * SECOND } = call
  return { ...call, from, until }
}
