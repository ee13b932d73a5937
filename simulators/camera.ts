/** A camera of the hall, simulated: a stranger who sends JPEGs over MQTT and knows nothing else. */
import { fileURLToPath } from 'node:url'
import { connect } from 'mqtt'
import { SECOND } from '#contracts/durations.ts'
import type { Instant } from '#contracts/time.ts'
import { parseFlags } from './camera/flags.ts'
import type { Person } from './camera/persons.ts'
import { peopleAt } from './camera/scene.ts'
import { openStudio, type Studio } from './camera/studio.ts'
import { runningClock, type SimulatedClock } from './clock.ts'

export interface CameraOptions {
  mqttUrl: string
  username?: string | undefined
  password?: string | undefined
  hallId: string
  cameraId: string
  /** Frames in a second of the clock. While one is on its way no other is taken. */
  fps: number
  clock: Pick<SimulatedClock, 'now' | 'every'>
  /** What happens in its hall, unless `people` says who is there. */
  seed: number
  people?: (at: Instant) => Person[]
  /** The bus or a frame failed; the camera goes on trying. */
  onFault?: (fault: unknown) => void
}

/** Resolves before the bus is reached: like a real camera it dials until somebody answers, and frames until then are lost. */
export const startCamera = async (options: CameraOptions): Promise<{ close(): Promise<void> }> => {
  const { mqttUrl, username, password, hallId, cameraId, clock, fps, onFault = () => {} } = options
  const studio = await openStudio()
  const topic = `hall/${hallId}/camera/${cameraId}`
  const client = connect(mqttUrl, {
    ...(username !== undefined && { username }),
    ...(password !== undefined && { password }),
    protocolVersion: 4,
    reconnectPeriod: SECOND,
    queueQoSZero: false,
    will: { topic: `${topic}/status`, payload: Buffer.from('offline'), qos: 1, retain: true },
  })
  const say = (status: 'online' | 'offline') => client.publishAsync(`${topic}/status`, status, { qos: 1, retain: true })
  client.on('error', onFault)
  client.on('connect', () => {
    say('online').catch(onFault)
  })

  const send = async (): Promise<void> => {
    if (client.connected) await client.publishAsync(`${topic}/frame`, await take(studio, options), { qos: 0 })
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
      if (client.connected) await say('offline')
      await client.endAsync()
    },
  }
}

const take = async (studio: Studio, { clock, seed, people }: CameraOptions): Promise<Buffer> => {
  const at = clock.now()
  const { jpeg } = await studio.frame({ people: people?.(at) ?? peopleAt(seed, at), at })
  return jpeg
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { speed, ...flags } = parseFlags(process.argv.slice(2))
  const camera = await startCamera({ ...flags, clock: runningClock(speed), onFault: (fault) => console.error(fault) })
  process.once('SIGTERM', () => camera.close())
  process.once('SIGINT', () => camera.close())
}
