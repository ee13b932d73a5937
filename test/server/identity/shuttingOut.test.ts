/** A device that is revoked while nothing can be written down. */
import { describe, expect, it } from 'vitest'
import { DatabaseFault } from '#server/faults.ts'
import { createDevices } from '#server/identity/devices.ts'
import { memoryStore, shutStore } from '#server/identity/store.ts'
import { handClock } from '../../support/clock.ts'
import { keptLog } from '../../support/log.ts'

describe('a device that is revoked while the database is away', () => {
  it('is cut off at once and once, and can be revoked again until it is written down', async () => {
    let written = memoryStore()
    const cutOff: string[] = []
    const devices = createDevices({
      known: [],
      store: { ...written, device: (device) => written.device(device) },
      clock: handClock(0),
      log: keptLog(),
      changed: () => {},
      shutOut: ({ deviceId }) => cutOff.push(deviceId),
    })
    const { device, token } = await devices.pair({ kind: 'camera', place: 'C1' })
    written = shutStore(new DatabaseFault('the database is away'))
    await expect(devices.revoke(device.deviceId)).rejects.toThrow(DatabaseFault)
    expect(cutOff).toEqual(['camera-1'])
    expect(devices.deviceOf(token)).toBeUndefined()
    written = memoryStore()
    expect(await devices.revoke(device.deviceId)).toMatchObject({ deviceId: 'camera-1' })
    expect(await devices.revoke(device.deviceId)).toBeUndefined()
    expect(cutOff).toEqual(['camera-1'])
  })
})
