/** Which screens may be opened with which badge. */
import type { Badge } from './badge.ts'
import type { Role } from './roles.ts'

const segments: Readonly<Record<Role, readonly string[]>> = {
  wall: ['wall'],
  queue: ['queue'],
  kiosk: ['kiosk'],
  window: [],
  rating: [],
  tablet: ['staff'],
  staff: ['staff'],
  clerk: ['window'],
  manager: ['wall', 'queue', 'manage', 'window', 'staff'],
  admin: ['wall', 'queue', 'manage', 'window', 'staff'],
  auditor: ['manage'],
  ticketHolder: [],
  visitor: [],
  program: ['wall', 'queue', 'kiosk', 'window', 'rate', 'staff', 'manage'],
}

const atPlace = ({ role, place }: Badge): string[] => {
  if (place === undefined) return []
  if (role === 'window') return [`window/${place}`]
  return role === 'rating' ? [`rate/${place}`] : []
}

export const pagesOf = (badges: readonly Badge[]): string[] => [
  ...new Set(badges.flatMap((badge) => [...segments[badge.role], ...atPlace(badge)])),
]
