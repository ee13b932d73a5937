/** The tables of who may do what: people, their sessions, devices, and the register of deeds. */
import { bigint, boolean, index, pgTable, primaryKey, text } from 'drizzle-orm/pg-core'
import type { DeviceKind, PersonRole } from '../identity/roles.ts'
import { hall, instant } from './columns.ts'

/** Accounts of those who work here. Passwords are argon2id, authenticators sealed by the key of the box. */
export const people = pgTable(
  'people',
  {
    hallId: hall(),
    personId: text().notNull(),
    name: text().notNull(),
    displayName: text().notNull(),
    role: text().$type<PersonRole>().notNull(),
    passwordHash: text(),
    totp: text(),
    totpStep: bigint({ mode: 'number' }),
    disabled: boolean().notNull(),
  },
  (person) => [primaryKey({ columns: [person.hallId, person.personId] })],
)

export const sessions = pgTable(
  'sessions',
  {
    hallId: hall(),
    tokenHash: text().notNull(),
    personId: text().notNull(),
    createdAt: instant().notNull(),
    seenAt: instant().notNull(),
  },
  (session) => [primaryKey({ columns: [session.hallId, session.tokenHash] })],
)

export const devices = pgTable(
  'devices',
  {
    hallId: hall(),
    deviceId: text().notNull(),
    kind: text().$type<DeviceKind>().notNull(),
    place: text(),
    label: text(),
    tokenHash: text().notNull(),
    pairedAt: instant().notNull(),
    seenAt: instant().notNull(),
    revokedAt: instant(),
  },
  (device) => [primaryKey({ columns: [device.hallId, device.deviceId] })],
)

/** Devices that have been approved and have not fetched their token yet: by the hash of what they fetch it with. */
export const approvals = pgTable(
  'approvals',
  {
    hallId: hall(),
    secretHash: text().notNull(),
    kind: text().$type<DeviceKind>().notNull(),
    place: text(),
    label: text(),
    expiresAt: instant().notNull(),
  },
  (approval) => [primaryKey({ columns: [approval.hallId, approval.secretHash] })],
)

/** The last row of the register that has been forgotten: what is left follows from it. */
export const auditAnchors = pgTable('audit_anchors', {
  hallId: hall().primaryKey(),
  n: bigint({ mode: 'number' }).notNull(),
  hash: text().notNull(),
})

/** Who did or tried what; each row's hash covers the one before. Only added to, and forgotten from its beginning. */
export const audit = pgTable(
  'audit',
  {
    hallId: hall(),
    n: bigint({ mode: 'number' }).notNull(),
    at: instant().notNull(),
    by: text().notNull(),
    role: text().notNull(),
    what: text().notNull(),
    subject: text().notNull(),
    address: text().notNull(),
    outcome: text().notNull(),
    hash: text().notNull(),
  },
  (row) => [primaryKey({ columns: [row.hallId, row.n] }), index().on(row.hallId, row.at)],
)
