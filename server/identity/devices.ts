/** Paired devices: each has one token, one role and one place, until it is revoked. */
import { MINUTE } from '#contracts/durations.ts'
import type { Clock } from '../clock.ts'
import type { Log } from '../log.ts'
import type { Badge } from './badge.ts'
import { type DeviceKind, isScreen } from './roles.ts'
import { drawToken, hashOf } from './secrets.ts'
import type { Device, IdentityStore } from './store.ts'

const SEEN_STEP = 5 * MINUTE

export interface DeviceWish {
  kind: DeviceKind
  place?: string | undefined
  label?: string | undefined
}

export interface Devices {
  all(): Device[]
  pair(wish: DeviceWish): Promise<{ device: Device; token: string }>
  /**
   * At once, whether it can be written down or not; rejects when it cannot, and may then be asked again. Undefined for one
   * unknown or revoked before.
   */
  revoke(deviceId: string): Promise<Device | undefined>
  /** Of one that may ask over HTTP. */
  badgeOf(token: string): Badge | undefined
  deviceOf(token: string): Device | undefined
}

/** In the journal a window's own device is the window, and a tablet is `T1`. */
const byOf = ({ kind, place, deviceId }: Device): string => (kind === 'window' && place ? place : deviceId)

const isNumbered = (deviceId: string, prefix: string) =>
  deviceId.startsWith(prefix) && /^\d+$/.test(deviceId.slice(prefix.length))

export const createDevices = (needs: {
  known: readonly Device[]
  store: IdentityStore
  clock: Clock
  log: Log
  /** Told after each change; badges are to be looked at anew. */
  changed(devices: readonly Device[]): void
  /** Told before anything is written down: it is to be cut off. */
  shutOut(device: Device): void
}): Devices => {
  const { known, store, clock, log, changed, shutOut } = needs
  const devices = new Map(known.map((device) => [device.deviceId, { ...device }]))
  const unwritten = new Set<Device>()
  const byToken = new Map([...devices.values()].map((device) => [device.tokenHash, device]))

  const nextId = (kind: DeviceKind): string => {
    const prefix = kind === 'tablet' ? 'T' : `${kind}-`
    const numbers = [...devices.keys()]
      .filter((id) => isNumbered(id, prefix))
      .map((id) => Number(id.slice(prefix.length)))
    return `${prefix}${1 + Math.max(0, ...numbers)}`
  }
  const deviceOf = (token: string): Device | undefined => {
    const device = byToken.get(hashOf(token))
    return device?.revokedAt === undefined ? device : undefined
  }
  const see = (device: Device): void => {
    if (clock.now() < device.seenAt + SEEN_STEP) return
    device.seenAt = clock.now()
    store.device(device).catch((error: unknown) => log.debug({ error }, 'a device could not be written down'))
  }

  return {
    all: () => [...devices.values()],
    pair: async (wish) => {
      const token = drawToken()
      const now = clock.now()
      const device = { ...wish, deviceId: nextId(wish.kind), tokenHash: hashOf(token), pairedAt: now, seenAt: now }
      devices.set(device.deviceId, device)
      try {
        await store.device(device)
      } catch (fault) {
        devices.delete(device.deviceId)
        throw fault
      }
      byToken.set(device.tokenHash, device)
      changed([...devices.values()])
      return { device, token }
    },
    revoke: async (deviceId) => {
      const device = devices.get(deviceId)
      if (!device || (device.revokedAt !== undefined && !unwritten.has(device))) return undefined
      if (device.revokedAt === undefined) {
        device.revokedAt = clock.now()
        shutOut(device)
        changed([...devices.values()])
        unwritten.add(device)
      }
      await store.device(device)
      unwritten.delete(device)
      return device
    },
    badgeOf: (token) => {
      const device = deviceOf(token)
      if (!device || !isScreen(device.kind)) return undefined
      see(device)
      const { kind, place, deviceId } = device
      return { role: kind, by: byOf(device), ...(place && { place }), key: `device:${deviceId}` }
    },
    deviceOf,
  }
}
