/** What the edge and the process of the broker say to each other. Plain JSON, so that fork's default channel carries it. */
import type { Account } from './permissions.ts'

export interface BrokerSettings {
  host: string
  /** 0 picks a free one. */
  port: number
  /** Absent: no websocket. 0 picks a free one. */
  wsPort?: number | undefined
  /** Whether a program on the box itself may come without credentials. */
  anonymous: boolean
  accounts: readonly Account[]
  /** The hall whose topics such a program may use; `+` for any. */
  hallId: string
  /** The first level of the VDA 5050 topics such a program may use. */
  interfaceName: string
  connectionsPerAddress: number
}

export type ToBroker =
  | { type: 'open'; settings: BrokerSettings }
  | { type: 'admit'; accounts: readonly Account[]; anonymous: boolean }
  | { type: 'close' }

export type FromBroker =
  | { type: 'listening'; port: number; wsPort: number | undefined }
  | { type: 'refused'; code: string; port: number | undefined; reason: string }
  | { type: 'log'; level: 'debug' | 'info' | 'warn' | 'error'; facts: object; words: string }
