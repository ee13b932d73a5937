/** A camera of the simulated hall, a stranger who speaks only MQTT; as a command it runs until it is stopped. */
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import mqtt from 'mqtt'
import { type Instant, SECOND } from '#contracts/time.ts'
import type { Person } from './camera/persons.ts'
import { peopleAt } from './camera/scene.ts'
import { openStudio, type Studio } from './camera/studio.ts'

export interface CameraClock {
  now(): Instant
  /** Calls `deed` every so many milliseconds of this clock, until stopped. */
  every(interval: number, deed: () => void): () => void
}

export interface CameraOptions {
  mqttUrl: string
  username?: string
  password?: string
  hallId: string
  cameraId: string
  /** Frames a second of the clock. */
  fps: number
  clock: CameraClock
  /** What happens in its hall, unless `people` says so. */
  seed: number
  people?: (at: Instant) => Person[]
  /** Something went wrong with the bus or a frame; the camera goes on trying. */
  onFault?: (fault: unknown) => void
}

export interface Camera {
  /** Resolves once it has said `offline` and hung up. */
  close(): Promise<void>
}

/** Resolves before the bus is reached: like a real camera it dials until somebody answers. Frames nobody takes are lost. */
export const startCamera = async (options: CameraOptions): Promise<Camera> => {
  const { mqttUrl, username, password, hallId, cameraId, clock, fps, onFault = () => undefined } = options
  const studio = await openStudio()
  const topic = `hall/${hallId}/camera/${cameraId}`
  const bus = mqtt.connect(mqttUrl, {
    ...(username !== undefined && { username }),
    ...(password !== undefined && { password }),
    will: { topic: `${topic}/status`, payload: Buffer.from('offline'), qos: 1, retain: true },
    queueQoSZero: false,
    reconnectPeriod: SECOND,
  })
  const say = (status: 'online' | 'offline') => bus.publishAsync(`${topic}/status`, status, { qos: 1, retain: true })
  bus.on('error', onFault)
  bus.on('connect', () => void say('online').catch(onFault))

  const send = async () => {
    if (bus.connected) await bus.publishAsync(`${topic}/frame`, await nextFrame(studio, options), { qos: 0 })
  }
  let sending: Promise<void> | undefined
  const stop = clock.every(SECOND / fps, () => {
    sending ??= send()
      .catch(onFault)
      .finally(() => {
        sending = undefined
      })
  })
  return {
    close: async () => {
      stop()
      await sending
      if (bus.connected) await say('offline').catch(onFault)
      await bus.endAsync()
    },
  }
}

const nextFrame = async (studio: Studio, { clock, seed, people }: CameraOptions): Promise<Buffer> => {
  const at = Math.floor(clock.now())
  const { jpeg } = await studio.frame({ people: people?.(at) ?? peopleAt(seed, at), at })
  return jpeg
}

const USAGE =
  'camera.ts --hall HALL --camera CAMERA [--mqtt mqtt://127.0.0.1:1883] [--username U --password P] [--fps 1] [--seed 1]'

const runCommand = async () => {
  const text = { type: 'string' } as const
  const { values } = parseArgs({
    options: { mqtt: text, username: text, password: text, hall: text, camera: text, fps: text, seed: text },
  })
  const { mqtt: mqttUrl = 'mqtt://127.0.0.1:1883', username, password, hall, camera, fps = '1', seed = '1' } = values
  if (!hall || !camera || !(Number(fps) > 0) || Number.isNaN(Number(seed))) {
    console.error(USAGE)
    process.exitCode = 2
    return
  }
  const running = await startCamera({
    mqttUrl,
    ...(username !== undefined && { username }),
    ...(password !== undefined && { password }),
    hallId: hall,
    cameraId: camera,
    fps: Number(fps),
    seed: Number(seed),
    clock: timeOfDay,
    onFault: (fault) => console.error(fault instanceof Error ? fault.message : fault),
  })
  console.info(`camera ${camera} of ${hall} looks on, seed ${seed}`)
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void running.close())
}

const timeOfDay: CameraClock = {
  now: () => Date.now(),
  every: (interval, deed) => {
    const timer = setInterval(deed, interval)
    return () => clearInterval(timer)
  },
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await runCommand()
