/** Where people, sessions and devices are written down. */
import type { Instant } from '#contracts/time.ts'
import type { DeviceKind, PersonRole } from './roles.ts'

export interface Person {
  /** `S12`. */
  personId: string
  /** What they sign in with; lower case, unless the organisation says it. */
  name: string
  /** For /manage alone; on no screen of the hall. */
  displayName: string
  role: PersonRole
  /** argon2id; absent for those who sign in elsewhere. */
  passwordHash?: string | undefined
  /** Sealed by the key of the box; absent without an authenticator. */
  totp?: string | undefined
  /** Of the last code of the authenticator, in steps of 30 s: none is taken twice. */
  totpStep?: number | undefined
  disabled: boolean
}

export interface Session {
  tokenHash: string
  personId: string
  createdAt: Instant
  seenAt: Instant
}

export interface Device {
  /** `wall-2`, `T1`. */
  deviceId: string
  kind: DeviceKind
  /** The window, kiosk, robot or camera it stands for. */
  place?: string | undefined
  label?: string | undefined
  tokenHash: string
  pairedAt: Instant
  seenAt: Instant
  revokedAt?: Instant | undefined
}

/** A device that may fetch its token, and has not yet. */
export interface Approval {
  secretHash: string
  kind: DeviceKind
  place?: string | undefined
  label?: string | undefined
  expiresAt: Instant
}

export interface Kept {
  people: Person[]
  sessions: Session[]
  devices: Device[]
  approvals: Approval[]
}

/** Each rejects with `DatabaseFault` while it cannot be written or read. */
export interface IdentityStore {
  load(): Promise<Kept>
  person(person: Person): Promise<void>
  session(session: Session): Promise<void>
  device(device: Device): Promise<void>
  approval(approval: Approval): Promise<void>
  forgetSessions(tokenHashes: readonly string[]): Promise<void>
  forgetApprovals(secretHashes: readonly string[]): Promise<void>
}

/** For a hall without a database: known as long as the process lives. */
export const memoryStore = (): IdentityStore => ({
  load: async () => ({ people: [], sessions: [], devices: [], approvals: [] }),
  person: async () => {},
  session: async () => {},
  device: async () => {},
  approval: async () => {},
  forgetSessions: async () => {},
  forgetApprovals: async () => {},
})

/** Nothing is written over what could not be read. */
export const shutStore = (fault: Error): IdentityStore => {
  const shut = async () => {
    throw fault
  }
  return {
    load: shut,
    person: shut,
    session: shut,
    device: shut,
    approval: shut,
    forgetSessions: shut,
    forgetApprovals: shut,
  }
}
