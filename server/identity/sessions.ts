/** Sessions of people: an opaque token each, over after half an hour of nothing and twelve hours at most. */
import { HOUR, MINUTE } from '#contracts/durations.ts'
import type { Clock } from '../clock.ts'
import type { Log } from '../log.ts'
import type { Badge } from './badge.ts'
import type { People } from './people.ts'
import { drawToken, hashOf } from './secrets.ts'
import type { IdentityStore, Session } from './store.ts'

const IDLE = 30 * MINUTE
const LONGEST = 12 * HOUR
/** How late the database may be about when somebody was last there. */
const SEEN_STEP = MINUTE

export interface Sessions {
  /** The token; the one before, which the browser may have had, ends. */
  begin(personId: string, before: string | undefined): Promise<string>
  badgeOf(token: string): Badge | undefined
  /** Somebody has done something. */
  touch(key: string): void
  end(token: string): Promise<void>
  endAllOf(personId: string): Promise<void>
  countOf(personId: string): number
}

export const createSessions = (needs: {
  known: readonly Session[]
  people: Pick<People, 'find'>
  store: IdentityStore
  clock: Clock
  log: Log
  changed(): void
}): Sessions => {
  const { known, people, store, clock, log, changed } = needs
  const sessions = new Map(known.map((session) => [session.tokenHash, { ...session }]))
  const isOver = ({ createdAt, seenAt }: Session) => clock.now() >= createdAt + LONGEST || clock.now() >= seenAt + IDLE

  /** Gone here at once, whatever the database says. */
  const remove = async (tokenHashes: readonly string[]): Promise<void> => {
    for (const tokenHash of tokenHashes) sessions.delete(tokenHash)
    changed()
    await store.forgetSessions(tokenHashes)
  }

  const forgetOver = async (): Promise<void> => {
    const over = [...sessions.values()].filter(isOver).map(({ tokenHash }) => tokenHash)
    if (over.length > 0) await remove(over)
  }

  return {
    begin: async (personId, before) => {
      await forgetOver()
      const token = drawToken()
      const now = clock.now()
      const session = { tokenHash: hashOf(token), personId, createdAt: now, seenAt: now }
      await store.session(session)
      sessions.set(session.tokenHash, session)
      if (before !== undefined && sessions.has(hashOf(before))) await remove([hashOf(before)])
      return token
    },
    badgeOf: (token) => {
      const session = sessions.get(hashOf(token))
      if (!session || isOver(session)) return undefined
      const person = people.find(session.personId)
      if (!person || person.disabled) return undefined
      return { role: person.role, by: person.personId, key: `session:${session.tokenHash}` }
    },
    touch: (key) => {
      const session = sessions.get(key.replace('session:', ''))
      if (!session || clock.now() < session.seenAt + SEEN_STEP) return
      session.seenAt = clock.now()
      store.session(session).catch((error: unknown) => log.debug({ error }, 'a session could not be written down'))
    },
    end: (token) => remove(sessions.has(hashOf(token)) ? [hashOf(token)] : []),
    endAllOf: (personId) =>
      remove([...sessions.values()].filter((one) => one.personId === personId).map(({ tokenHash }) => tokenHash)),
    countOf: (personId) => [...sessions.values()].filter((one) => one.personId === personId && !isOver(one)).length,
  }
}
