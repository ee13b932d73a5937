/** A badge: one of the things somebody is known by here. */
import type { Role } from './roles.ts'

export interface Badge {
  role: Role
  /** Who it is in the journal: `S12`, `T1`, `W3`, `wall-2`. Never a name. */
  by: string
  /** What it stands at, such as a window; of a ticket's holder the ticket. */
  place?: string
  /** Apart from all others: what limits and endings go by. */
  key: string
}
