/** Who asks, as a route sees it. */
import type { Badge } from './badge.ts'
import type { Bearing } from './bearing.ts'

export interface Who {
  /** The one that permits the deed; undefined for somebody without any. */
  badge: Badge | undefined
  badges: readonly Badge[]
  bearing: Bearing
  /** As the journal remembers it: the badge, or what is usual where a program of this box asks. */
  by(usual: string): string
}

export const whoIs = (badge: Badge | undefined, badges: readonly Badge[], bearing: Bearing): Who => ({
  badge,
  badges,
  bearing,
  by: (usual) => (badge === undefined || badge.role === 'program' ? usual : badge.by),
})
