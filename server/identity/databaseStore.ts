/** People, sessions and devices in the database. */
import { and, eq, inArray } from 'drizzle-orm'
import { SECOND } from '#contracts/durations.ts'
import type { HallId } from '#contracts/ids.ts'
import type { Db } from '../db/client.ts'
import { approvals, devices, people, sessions } from '../db/identitySchema.ts'
import { within } from '../deadline.ts'
import { DatabaseFault } from '../faults.ts'
import type { Approval, Device, IdentityStore, Person, Session } from './store.ts'

const PATIENCE = 3 * SECOND

/** Rejects with `DatabaseFault`. */
export const stored = <T>(query: PromiseLike<T>): Promise<T> =>
  within(PATIENCE, Promise.resolve(query)).catch((cause: unknown) => {
    throw new DatabaseFault('the database does not answer', { cause })
  })

const absent = <T>(value: T | null): T | undefined => value ?? undefined

const personOf = ({ hallId: _, ...row }: typeof people.$inferSelect): Person => ({
  ...row,
  passwordHash: absent(row.passwordHash),
  totp: absent(row.totp),
  totpStep: absent(row.totpStep),
})

const deviceOf = ({ hallId: _, ...row }: typeof devices.$inferSelect): Device => ({
  ...row,
  place: absent(row.place),
  label: absent(row.label),
  revokedAt: absent(row.revokedAt),
})

const approvalOf = ({ hallId: _, ...row }: typeof approvals.$inferSelect): Approval => ({
  ...row,
  place: absent(row.place),
  label: absent(row.label),
})

const sessionOf = ({ hallId: _, ...row }: typeof sessions.$inferSelect): Session => row

export const databaseStore = ({ db, hallId }: { db: Db; hallId: HallId }): IdentityStore => ({
  load: async () => {
    const [whoever, open, paired, approved] = await stored(
      Promise.all([
        db.select().from(people).where(eq(people.hallId, hallId)),
        db.select().from(sessions).where(eq(sessions.hallId, hallId)),
        db.select().from(devices).where(eq(devices.hallId, hallId)),
        db.select().from(approvals).where(eq(approvals.hallId, hallId)),
      ]),
    )
    return {
      people: whoever.map(personOf),
      sessions: open.map(sessionOf),
      devices: paired.map(deviceOf),
      approvals: approved.map(approvalOf),
    }
  },
  person: async (person) => {
    const { passwordHash = null, totp = null, totpStep = null } = person
    const row = { ...person, hallId, passwordHash, totp, totpStep }
    const target = [people.hallId, people.personId]
    await stored(db.insert(people).values(row).onConflictDoUpdate({ target, set: row }))
  },
  session: async (session) => {
    const row = { ...session, hallId }
    const target = [sessions.hallId, sessions.tokenHash]
    await stored(db.insert(sessions).values(row).onConflictDoUpdate({ target, set: row }))
  },
  device: async (device) => {
    const { place = null, label = null, revokedAt = null } = device
    const row = { ...device, hallId, place, label, revokedAt }
    const target = [devices.hallId, devices.deviceId]
    await stored(db.insert(devices).values(row).onConflictDoUpdate({ target, set: row }))
  },
  approval: async (approval) => {
    const { place = null, label = null } = approval
    const row = { ...approval, hallId, place, label }
    await stored(db.insert(approvals).values(row).onConflictDoNothing())
  },
  forgetApprovals: async (secretHashes) => {
    if (secretHashes.length === 0) return
    const theirs = and(eq(approvals.hallId, hallId), inArray(approvals.secretHash, [...secretHashes]))
    await stored(db.delete(approvals).where(theirs))
  },
  forgetSessions: async (tokenHashes) => {
    if (tokenHashes.length === 0) return
    const theirs = and(eq(sessions.hallId, hallId), inArray(sessions.tokenHash, [...tokenHashes]))
    await stored(db.delete(sessions).where(theirs))
  },
})
