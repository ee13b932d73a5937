/** Where people, sessions and devices are written down. */
import type { Instant } from '#contracts/time.ts'
import type { DeviceKind, PersonRole } from './roles.ts'

export interface Person {
  /** `S12`. */
  personId: string
  /** What they sign in with; lower case. */
  name: string
  /** For /manage alone; on no screen of the hall. */
  displayName: string
  role: PersonRole
  /** argon2id; absent for those who sign in elsewhere. */
  passwordHash?: string | undefined
  /** Sealed by the key of the box; absent without an authenticator. */
  totp?: string | undefined
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

export interface Kept {
  people: Person[]
  sessions: Session[]
  devices: Device[]
}

/** Each rejects with `DatabaseFault` while it cannot be written or read. */
export interface IdentityStore {
  load(): Promise<Kept>
  person(person: Person): Promise<void>
  session(session: Session): Promise<void>
  device(device: Device): Promise<void>
  forgetSessions(tokenHashes: readonly string[]): Promise<void>
}

/** For a hall without a database: known as long as the process lives. */
export const memoryStore = (): IdentityStore => ({
  load: async () => ({ people: [], sessions: [], devices: [] }),
  person: async () => {},
  session: async () => {},
  device: async () => {},
  forgetSessions: async () => {},
})

/** Nothing is written over what could not be read. */
export const shutStore = (fault: Error): IdentityStore => {
  const shut = async () => {
    throw fault
  }
  return { load: shut, person: shut, session: shut, device: shut, forgetSessions: shut }
}
