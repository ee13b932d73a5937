/** A robot that others wrote, `vda-5050-lib`, on the embedded broker: without credentials and with its account. */

import { AgvController, Topic, VirtualAgvAdapter } from 'vda-5050-lib'
import { expect, it } from 'vitest'
import type { Account } from '#edge/adapters/broker/permissions.ts'
import { connectDevice, HALL_ACCOUNT, startTestBroker } from '#test/support/broker.ts'
import { soon } from '#test/support/eventually.ts'
import { keptLog } from '#test/support/log.ts'

const R1 = { manufacturer: 'acme', serialNumber: 'R1' }
const credentials = { username: 'R1', password: 'secret of R1' }
const account: Account = {
  ...credentials,
  kind: 'robot',
  topicRoot: 'uagv/v2/acme/R1',
  hallTopicRoot: 'hall/h1/robot/R1',
}
const HEADER = { headerId: 1, timestamp: '2026-11-22T00:00:00Z', version: '2.0.0', ...R1 }
const ASKED = { actionId: 'a1', actionType: 'stateRequest', blockingType: 'NONE' }

it.each([
  ['without credentials', {}, true],
  ['with its account', credentials, false],
])('tells of itself and answers an instant action, %s', async (_how, transport, anonymous) => {
  const log = keptLog()
  const broker = await startTestBroker({ accounts: [account], anonymous, log })
  const hall = await connectDevice(broker.url, HALL_ACCOUNT)
  let answered = false
  hall.on('message', (topic, payload) => {
    if (topic.endsWith('/state') && payload.includes('"a1"')) answered = true
  })
  const connection = new Promise<string>((resolve) => {
    hall.on('message', (topic, payload, { retain }) => {
      if (topic.endsWith('/connection') && !retain) resolve(payload.toString())
    })
  })
  await hall.subscribeAsync('uagv/v2/acme/R1/+', { qos: 1 })
  const robot = new AgvController(
    R1,
    { interfaceName: 'uagv', vdaVersion: '2.0.0', transport: { brokerUrl: broker.url, ...transport } },
    { agvAdapterType: VirtualAgvAdapter, publishStateInterval: 200, publishVisualizationInterval: 100 },
    {},
  )
  await robot.start()
  expect(JSON.parse(await connection)).toMatchObject({ connectionState: 'ONLINE', serialNumber: 'R1' })
  const message = { ...HEADER, instantActions: [ASKED] }
  // VDA 5050 2.0, 6.2: QoS 0, so a robot that has just come may miss it; who asks asks again, in a while.
  await soon(async () => {
    if (!answered) await hall.publishAsync(`uagv/v2/acme/R1/${Topic.InstantActions}`, JSON.stringify(message))
    expect(answered).toBe(true)
  }, 1000)
  await robot.stop()
  expect(log.lines).toEqual([])
  await hall.endAsync()
  await broker.close()
})
