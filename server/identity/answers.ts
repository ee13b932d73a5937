/** What is answered about people, devices and deeds. */
import { z } from 'zod'
import { Instant } from '#contracts/time.ts'
import { deviceKinds, personRoles, roles } from './roles.ts'

export const PersonRoleName = z.enum(personRoles)
export const DeviceKindName = z.enum(deviceKinds)

/** `name` is a person's, for the managers' page alone. */
export const BadgeShown = z.object({
  role: z.enum(roles),
  by: z.string(),
  place: z.string().optional(),
  name: z.string().optional(),
})
export type BadgeShown = z.infer<typeof BadgeShown>

/** `pages` are first segments of paths that may be opened, or with a place, as `window/W3`. */
export const SessionAnswer = z.object({ badges: z.array(BadgeShown), pages: z.array(z.string()) })
export type SessionAnswer = z.infer<typeof SessionAnswer>
export const SignedInAnswer = z.object({ who: BadgeShown })
export const DoneAnswer = z.object({ done: z.literal(true) })

export const PersonAnswer = z.object({
  person: z.object({
    personId: z.string(),
    name: z.string(),
    displayName: z.string(),
    role: PersonRoleName,
    /** An authenticator is set up. */
    totp: z.boolean(),
    disabled: z.boolean(),
    /** Open now. */
    sessions: z.int().nonnegative(),
  }),
})
export const PeopleAnswer = z.object({ people: z.array(PersonAnswer.shape.person) })

export const DeviceShown = z.object({
  deviceId: z.string(),
  kind: DeviceKindName,
  place: z.string().optional(),
  label: z.string().optional(),
  pairedAt: Instant,
  /** Within five minutes. */
  seenAt: Instant,
  revokedAt: Instant.optional(),
})
export type DeviceShown = z.infer<typeof DeviceShown>
export const DeviceAnswer = z.object({ device: DeviceShown })
export const DevicesAnswer = z.object({ devices: z.array(DeviceShown) })

/** `code` is for the screen to show; with `secret` it asks whether it has been approved. */
export const PairingAskedAnswer = z.object({ code: z.string(), secret: z.string(), expiresAt: Instant })
/** Without an end the code lasts until it is used. */
export const PairingCodeAnswer = z.object({ code: z.string(), expiresAt: Instant.optional() })
export const ApprovedAnswer = z.object({
  approved: z.object({ kind: DeviceKindName, place: z.string().optional(), label: z.string().optional() }),
})
/** `token` is for programs that send it as `Authorization: Bearer`; a browser has it as a cookie. */
export const PairAnswer = z.object({
  state: z.enum(['waiting', 'paired']),
  device: DeviceShown.optional(),
  token: z.string().optional(),
  mqtt: z.object({ username: z.string(), password: z.string() }).optional(),
})
export type PairAnswer = z.infer<typeof PairAnswer>

/** `brokenAt` is the first row that does not follow from the one before: somebody has changed the register. */
export const AuditAnswer = z.object({
  entries: z.array(
    z.object({
      /** Counted from 1. */
      seq: z.int().positive(),
      at: Instant,
      by: z.string(),
      role: z.string(),
      /** The route, as `POST /api/people`. */
      deed: z.string(),
      /** Whom or what it was about. */
      place: z.string().optional(),
      address: z.string(),
      /** `done`, or the code of the refusal. */
      outcome: z.string(),
      hash: z.string(),
    }),
  ),
  brokenAt: z.int().positive().optional(),
})
