/** Whether a robot is there: by its connection, and by how long it has been silent. */
import { SECOND } from '#contracts/durations.ts'
import type { Instant } from '#contracts/time.ts'
import type { ConnectionState } from '#contracts/vda5050/connection.ts'

/** VDA 5050 2.1, 6.10: a state comes every 30 s at the latest; one may get lost. */
const LONGEST_SILENCE = 60 * SECOND

/** From one access point to the next the last will of the old connection comes first, then the robot itself. */
const ROAMING = SECOND

/** `wasOnline` is what the hall knows from before: it stays true until the robot has been silent for too long. */
export const createPresence = (wasOnline: boolean, now: () => Instant) => {
  let online = wasOnline
  let heardAt = now()
  let brokenAt: Instant | undefined

  const heard = (): void => {
    online = true
    heardAt = now()
    brokenAt = undefined
  }

  return {
    online: () => online,
    /** A state has come, whatever its connection is said to be. */
    heard,
    /** The head of a last will is always old, and a retained message may be: only what they say counts. */
    connection: (state: ConnectionState): void => {
      if (state === 'ONLINE') heard()
      else if (state === 'OFFLINE') online = false
      else brokenAt ??= now()
    },
    beat: (): void => {
      const isBroken = brokenAt !== undefined && now() - brokenAt >= ROAMING
      if (isBroken || now() - heardAt > LONGEST_SILENCE) online = false
    },
  }
}
