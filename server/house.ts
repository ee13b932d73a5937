/** What the routes work with: the hall to ask, the mirror to look into, the past to read. */
import type { Hall } from '#contracts/hall.ts'
import type { HallId } from '#contracts/ids.ts'
import type { SiteDesk } from '#contracts/siteDesk.ts'
import type { Clock } from './clock.ts'
import type { Identity } from './identity/identity.ts'
import type { Live } from './live.ts'
import type { Log } from './log.ts'
import type { Looks } from './looks.ts'
import type { Mirror } from './mirror.ts'
import type { Past } from './past.ts'
import type { Recorder } from './recorder.ts'
import type { Speaking } from './speaking.ts'
import type { Telling } from './webhooks/telling.ts'

export interface House {
  hallId: HallId
  hall: Hall
  mirror: Mirror
  live: Live
  past: Past
  /** Absent where there is no database. */
  recorder: Recorder | undefined
  looks: Looks
  speaking: Speaking
  telling: Pick<Telling, 'parts' | 'waiting'>
  /** Who may come in. */
  identity: Identity
  /** Absent where the hall is not described by a file that may be changed. */
  siteDesk?: SiteDesk | undefined
  clock: Clock
  log: Log
}
