/** A camera and a robot that are paired, and shut out: the broker of a whole box knows them no more. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Site } from '#contracts/site.ts'
import { closed, connectDevice } from '#test/support/broker.ts'
import { type TestFolder, testFolder } from '#test/support/folder.ts'
import { personCookies } from '#test/support/pairing.ts'
import { type RunningBox, startBox } from '#test/support/runningBox.ts'
import { type Ask, asking } from '#test/support/visiting.ts'

let folder: TestFolder
let box: RunningBox
let ask: Ask
let site: Site
let admin: Record<string, string>
beforeAll(async () => {
  folder = await testFolder()
  box = await startBox(folder.path, { MQTT_ANONYMOUS: 'never' })
  ask = asking(box.url)
  const { body } = await ask('GET', '/api/hall')
  site = body.records.find(({ kind }: { kind: string }) => kind === 'site').site
  const cookies = await personCookies(box.url, await box.entryCode())
  admin = { cookie: cookies.map(({ name, value }) => `${name}=${value}`).join('; '), 'sec-fetch-site': 'same-origin' }
})
afterAll(async () => {
  await box.end('SIGTERM')
  await folder.remove()
})

const pair = async (kind: 'camera' | 'robot', place: string) => {
  const { code } = (await ask('POST', '/api/devices/codes', { kind, place })).body
  const { device, mqtt } = (await ask('POST', '/api/devices/pair', { code })).body
  return { deviceId: String(device.deviceId), credentials: { username: mqtt.username, password: mqtt.password } }
}
const shutOut = async (deviceId: string) =>
  (await fetch(`${box.url}/api/devices/${deviceId}`, { method: 'DELETE', headers: admin })).json()

const placeOf = (kind: 'camera' | 'robot'): string =>
  String(kind === 'camera' ? site.cameras[0]?.cameraId : site.robots[0]?.robotId)

describe.each(['camera', 'robot'] as const)('a %s that is shut out', (kind) => {
  it('is cut off, comes back by its password no more, and by a new pairing only', async () => {
    const { deviceId, credentials } = await pair(kind, placeOf(kind))
    const here = await connectDevice(box.mqttUrl, credentials)
    const cut = closed(here)
    expect((await shutOut(deviceId)).device).toMatchObject({ kind, revokedAt: expect.any(Number) })
    await cut
    expect(here.connected).toBe(false)
    await expect(connectDevice(box.mqttUrl, credentials)).rejects.toThrow('Connection refused')
    const again = await pair(kind, placeOf(kind))
    expect(again.credentials.password).not.toBe(credentials.password)
    const back = await connectDevice(box.mqttUrl, again.credentials)
    expect(back.connected).toBe(true)
    await back.endAsync(true)
  })
})

describe('shutting one machine out', () => {
  it('leaves the others connected', async () => {
    const [camera, robot] = [await pair('camera', placeOf('camera')), await pair('robot', placeOf('robot'))]
    const stays = await connectDevice(box.mqttUrl, robot.credentials)
    const goes = await connectDevice(box.mqttUrl, camera.credentials)
    const cut = closed(goes)
    await shutOut(camera.deviceId)
    await cut
    expect(stays.connected).toBe(true)
    await stays.endAsync(true)
  })
})
