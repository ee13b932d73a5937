import mqtt from 'mqtt'
import { afterAll, describe, expect, it } from 'vitest'
import { HALL_ACCOUNT, startTestBroker } from '../support/broker.ts'
import { eventually } from '../support/eventually.ts'
import { testFolder } from '../support/folder.ts'
import { freshDatabase } from '../support/postgres.ts'
import { familyOf } from '../support/processes.ts'
import { startBox } from '../support/runningBox.ts'
import { asking } from '../support/visiting.ts'

const { path: folder, remove } = await testFolder()
afterAll(remove)

describe('a box with a broker and a database of somebody else', () => {
  it('uses them, starts none of its own, and says goodbye on the bus', async () => {
    const [broker, database] = await Promise.all([startTestBroker(), freshDatabase()])
    const { username, password } = HALL_ACCOUNT
    const box = await startBox(folder, {
      MQTT_URL: broker.url.replace('mqtt://', `mqtt://${username}:${encodeURIComponent(password)}@`),
      DATABASE_URL: database.url,
    })
    const screen = await mqtt.connectAsync(broker.url, { protocolVersion: 4 })
    const heard = new Map<string, string>()
    screen.on('message', (topic, payload) => heard.set(topic, payload.toString()))
    await screen.subscribeAsync([
      'hall/district-hall/status',
      'hall/district-hall/call',
      'hall/district-hall/window/+/display',
    ])
    await eventually(() => heard.get('hall/district-hall/status') === 'online')

    const ask = asking(box.url)
    await ask('POST', '/api/windows/W1/open', {})
    await ask('POST', '/api/tickets', { serviceIds: ['social-card'] })
    await ask('POST', '/api/windows/W1/call-next', {})
    const call = await eventually(() => heard.get('hall/district-hall/call'))
    expect(JSON.parse(call)).toMatchObject({ number: 'B001', windowId: 'W1' })
    await eventually(() => heard.get('hall/district-hall/window/W1/display')?.includes('B001'))
    await eventually(async () => (await ask('GET', '/health')).body.recorderLag === 0)
    // The box, its detector, and the compiler of each: neither broker nor database.
    expect(familyOf(box.pid).length).toBeLessThanOrEqual(4)

    await box.end('SIGTERM')
    await eventually(() => heard.get('hall/district-hall/status') === 'offline')
    await screen.endAsync()
    await database.drop()
    await broker.close()
  })
})
