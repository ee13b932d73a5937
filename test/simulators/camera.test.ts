/** The simulated camera on a real broker. */
import { spawn } from 'node:child_process'
import type { MqttClient } from 'mqtt'
import sharp from 'sharp'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Broker } from '#edge/adapters/broker/broker.ts'
import { startCamera } from '#simulators/camera.ts'
import { connectDevice, HALL_ACCOUNT, startTestBroker } from '#test/support/broker.ts'
import { handClock } from '#test/support/clock.ts'
import { soon } from '#test/support/eventually.ts'

const NINE = Date.UTC(2026, 10, 23, 1)

describe('sending frames', () => {
  let broker: Broker
  let hall: MqttClient
  let statuses: { text: string; retained: boolean }[]
  let frames: Buffer[]

  beforeEach(async () => {
    broker = await startTestBroker()
    hall = await connectDevice(broker.url, HALL_ACCOUNT)
    statuses = []
    frames = []
    hall.on('message', (topic, payload, { retain }) => {
      if (topic === 'hall/h1/camera/C1/status') statuses.push({ text: payload.toString(), retained: retain })
      if (topic === 'hall/h1/camera/C1/frame') frames.push(payload)
    })
    await hall.subscribeAsync('hall/h1/camera/#')
  })
  afterEach(async () => {
    await hall.endAsync(true)
    await broker.close()
  })

  const said = (...texts: string[]) => soon(() => expect(statuses.map(({ text }) => text)).toEqual(texts))

  const lateStatus = async () => {
    const late = await connectDevice(broker.url, HALL_ACCOUNT)
    const kept = new Promise<string>((resolve) => late.once('message', (_, payload) => resolve(payload.toString())))
    await late.subscribeAsync('hall/h1/camera/C1/status')
    const status = await kept
    await late.endAsync(true)
    return status
  }

  it('sends a JPEG with each beat of its clock, says online and, in the end, offline', async () => {
    const clock = handClock(NINE)
    const asked: number[] = []
    const people = (at: number) => {
      asked.push(at)
      return []
    }
    const camera = await startCamera({
      mqttUrl: broker.url,
      hallId: 'h1',
      cameraId: 'C1',
      fps: 2,
      clock,
      seed: 1,
      people,
    })
    await said('online')
    for (const count of [1, 2, 3]) {
      clock.advance(500)
      await soon(() => expect(frames).toHaveLength(count))
    }
    expect(asked).toEqual([NINE + 500, NINE + 1000, NINE + 1500])
    expect(await sharp(frames[2]).metadata()).toMatchObject({ format: 'jpeg', width: 1280, height: 720 })
    expect(await lateStatus()).toBe('online')
    await camera.close()
    await said('online', 'offline')
    expect(await lateStatus()).toBe('offline')
    clock.advance(5000)
    expect(asked).toHaveLength(3)
  })

  it('tells of a refusal and stays away from the bus', async () => {
    const faults: unknown[] = []
    const camera = await startCamera({
      mqttUrl: broker.url,
      username: 'nobody',
      password: 'wrong',
      hallId: 'h1',
      cameraId: 'C1',
      fps: 1,
      clock: handClock(NINE),
      seed: 1,
      onFault: (fault) => faults.push(fault),
    })
    await soon(() => expect(faults.length).toBeGreaterThan(0))
    await camera.close()
    expect(statuses).toEqual([])
  })

  it('leaves offline behind when its process dies', async () => {
    const flags = ['--mqtt', broker.url, '--hall', 'h1', '--camera', 'C1', '--fps', '5']
    const child = spawn(process.execPath, ['--import', 'tsx', 'simulators/camera.ts', ...flags], { stdio: 'inherit' })
    await soon(() => expect(frames.length).toBeGreaterThan(1))
    child.kill('SIGKILL')
    await said('online', 'offline')
  })
})

describe('starting a camera by hand', () => {
  it('names the flag that is missing', async () => {
    const child = spawn(process.execPath, ['--import', 'tsx', 'simulators/camera.ts', '--hall', 'h1'], {
      stdio: 'pipe',
    })
    let words = ''
    child.stderr.on('data', (chunk) => {
      words += chunk
    })
    const code = await new Promise((resolve) => child.once('close', resolve))
    expect(code).not.toBe(0)
    expect(words).toContain('--camera')
  })
})
