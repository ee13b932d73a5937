/** A camera that sends two hundred frames a second, and what the hall and the other cameras notice of it. */
import { expect, it, onTestFinished } from 'vitest'
import { connectDevice, HALL_ACCOUNT, startTestBroker } from '../../../support/broker.ts'
import { soon } from '../../../support/eventually.ts'

it('a camera that floods is heard as often as it may be, the rest comes empty, and another loses nothing', async () => {
  const broker = await startTestBroker({ hallId: 'test-hall' })
  onTestFinished(broker.close)
  const hall = await connectDevice(broker.url, HALL_ACCOUNT)
  const wild = await connectDevice(broker.url)
  const calm = await connectDevice(broker.url)
  onTestFinished(async () => void (await Promise.all([hall, wild, calm].map((client) => client.endAsync()))))
  const heard: { camera: string; bytes: number }[] = []
  hall.on('message', (topic, { length }) => heard.push({ camera: topic.split('/')[3] ?? '', bytes: length }))
  await hall.subscribeAsync('hall/test-hall/camera/+/frame')

  const frame = Buffer.alloc(100_000, 7)
  const sending = Array.from({ length: 200 }, (_, i) => [
    wild.publishAsync('hall/test-hall/camera/C1/frame', frame, { qos: 1 }),
    ...(i % 50 === 0 ? [calm.publishAsync('hall/test-hall/camera/C2/frame', frame, { qos: 1 })] : []),
  ])
  const began = performance.now()
  await Promise.all(sending.flat())
  const seconds = (performance.now() - began) / 1000
  await soon(() => expect(heard).toHaveLength(204))

  const wholeOf = (camera: string) => heard.filter((one) => one.camera === camera && one.bytes === frame.length).length
  expect(wholeOf('C1')).toBeGreaterThanOrEqual(50)
  expect(wholeOf('C1')).toBeLessThanOrEqual(51 + 10 * seconds)
  expect(wholeOf('C2')).toBe(4)
  expect(heard.filter(({ bytes }) => bytes === 0)).toHaveLength(200 - wholeOf('C1'))
})
