/** Who may come in: people, devices, tickets and programs, opened together and closed in reverse. */
import { join } from 'node:path'
import type { DeviceDesk } from '#contracts/deviceDesk.ts'
import type { HallId } from '#contracts/ids.ts'
import type { Clock } from '../clock.ts'
import type { Db } from '../db/client.ts'
import { DatabaseFault } from '../faults.ts'
import type { Log } from '../log.ts'
import { type Audit, openAudit } from './audit.ts'
import { startPruning } from './auditPruning.ts'
import { databaseAudit, memoryAudit } from './auditStore.ts'
import type { Badge } from './badge.ts'
import { badgesOf } from './badges.ts'
import type { Bearing } from './bearing.ts'
import { databaseStore } from './databaseStore.ts'
import { createDevices, type Devices } from './devices.ts'
import { createKeptDevices, type KeptDevices } from './keptDevices.ts'
import { createLimits, type Limits } from './limits.ts'
import { type Lines, openLines } from './lines.ts'
import type { Oidc } from './oidc.ts'
import { createPairings, type Pairings } from './pairings.ts'
import { createPeople, type People } from './people.ts'
import { isMachine } from './roles.ts'
import { openBoxKey } from './secrets.ts'
import { createSessions, type Sessions } from './sessions.ts'
import { createSigningIn, type SigningIn } from './signingIn.ts'
import { type Device, type IdentityStore, type Kept, memoryStore, shutStore } from './store.ts'

export interface Identity {
  people: People
  sessions: Sessions
  devices: Devices
  pairings: Pairings
  signingIn: SigningIn
  audit: Audit
  limits: Limits
  lines: Lines
  /** Absent where nobody else signs people in. */
  oidc?: Oidc | undefined
  /** Absent where the broker is somebody else's. */
  deviceDesk?: DeviceDesk | undefined
  /** `ticketId` is the one that is asked for. */
  badgesOf(bearing: Bearing, ticketId?: string): Badge[]
  ticketSecret(ticketId: string): string
  close(): Promise<void>
}

export interface IdentityNeeds {
  hallId: HallId
  database: { db: Db } | undefined
  /** For what must outlive the process beside the database; without it nothing does. */
  dataDir?: string | undefined
  /** The world's, not the hall's: a demo runs ahead of it. */
  clock: Clock
  log: Log
  trustsLocal: boolean
  oidc?: Oidc | undefined
  deviceDesk?: DeviceDesk | undefined
}

/** The database is the truth; without an answer at the start, devices are taken from the copy, and nothing is written. */
const load = async (
  store: IdentityStore,
  copy: KeptDevices,
  log: Log,
): Promise<{ kept: Kept; store: IdentityStore }> => {
  try {
    return { kept: await store.load(), store }
  } catch (error) {
    if (!(error instanceof DatabaseFault)) throw error
    log.error({ error }, 'people cannot be read from the database; devices go by their copy until the next start')
    return { kept: { people: [], sessions: [], devices: copy.read(), approvals: [] }, store: shutStore(error) }
  }
}

export const openIdentity = async (needs: IdentityNeeds): Promise<Identity> => {
  const { hallId, database, dataDir, clock, log, trustsLocal, oidc, deviceDesk } = needs
  const inFolder = (name: string) => dataDir && join(dataDir, name)
  const copy = createKeptDevices({ file: inFolder('paired-devices.json'), log })
  const key = openBoxKey(inFolder('identity.key'))
  const wished = database ? databaseStore({ db: database.db, hallId }) : memoryStore()
  const { kept, store } = await load(wished, copy, log)
  const lines = openLines()
  const people = createPeople({ known: kept.people, store, key })
  const sessions = createSessions({ known: kept.sessions, people, store, clock, log, changed: lines.look })
  const changed = (now: Parameters<KeptDevices['write']>[0]) => {
    copy.write(now)
    lines.look()
  }
  const shutOut = ({ kind, place }: Device) => {
    if (place !== undefined && isMachine(kind)) deviceDesk?.renew(kind, place)
  }
  const devices = createDevices({ known: kept.devices, store, clock, log, changed, shutOut })
  if (kept.devices.length > 0) copy.write(kept.devices)
  const register = database ? databaseAudit({ db: database.db, hallId }) : memoryAudit()
  const audit = openAudit({ store: register, clock, log })
  const stopPruning = startPruning({ store: register, clock, log })
  return {
    people,
    sessions,
    devices,
    pairings: createPairings({ known: kept.approvals, store, clock, log }),
    signingIn: createSigningIn({ people, clock, issuer: `hallkeeper ${hallId}` }),
    audit,
    limits: createLimits(),
    lines,
    oidc,
    deviceDesk,
    badgesOf: (bearing, ticketId) => badgesOf({ sessions, devices, key, trustsLocal }, bearing, ticketId),
    ticketSecret: key.ticketSecret,
    close: async () => {
      lines.close()
      stopPruning()
      await audit.close()
    },
  }
}
