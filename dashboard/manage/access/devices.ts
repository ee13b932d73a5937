/** Devices as the server tells them, and where each kind may stand. */
import type { Site } from '#contracts/site.ts'

export interface Device {
  readonly deviceId: string
  readonly kind: string
  /** The window, kiosk, camera or robot that it is. */
  readonly place?: string
  readonly label?: string
  readonly pairedAt: number
  readonly seenAt?: number
  readonly revokedAt?: number
}

export const kinds = [
  'wall',
  'queue',
  'kiosk',
  'window',
  'rating',
  'tablet',
  'camera',
  'robot',
  'lift',
  'door',
] as const
export type Kind = (typeof kinds)[number]

/** Screens ask for themselves; the others are given a code in advance. */
export const screenKinds = ['wall', 'queue', 'kiosk', 'window', 'rating', 'tablet'] as const satisfies readonly Kind[]

interface Place {
  readonly id: string
  readonly label: string
}

/** None for a kind that may stand anywhere. */
export const placesOf = (kind: Kind, { windows, cameras, robots, lifts, doors }: Site): readonly Place[] => {
  const named = (ids: readonly string[]): Place[] => ids.map((id) => ({ id, label: id }))
  switch (kind) {
    case 'window':
    case 'rating':
      return windows.map(({ windowId, label }) => ({ id: windowId, label: `${label} (${windowId})` }))
    case 'camera':
      return named(cameras.map(({ cameraId }) => cameraId))
    case 'robot':
      return named(robots.map(({ robotId }) => robotId))
    case 'lift':
      return named(lifts.map(({ liftId }) => liftId))
    case 'door':
      return named(doors.map(({ doorId }) => doorId))
    default:
      return []
  }
}
