/** A part of the building on the bus: it keeps its state there, retained, and is asked for things. */
import { connectAsync } from 'mqtt'
import { SECOND } from '#contracts/durations.ts'
import type { SimulatedClock } from './clock.ts'

const STEP_MS = 100

export interface BusOptions {
  mqttUrl: string
  username?: string | undefined
  password?: string | undefined
  clock: Pick<SimulatedClock, 'now' | 'every'>
}

/** What it is and does, without the bus. */
export interface Equipment {
  /** Of the topics `{topic}/state` and `{topic}/request`. */
  topic: string
  state(): { inService: boolean }
  /** What came as a request, read as JSON; undefined when it was none. */
  ask(json: unknown): void
  advance(time: number): void
}

const jsonOf = (payload: Buffer): unknown => {
  try {
    return JSON.parse(payload.toString())
  } catch {
    return undefined
  }
}

/**
 * Resolves when it is on the bus. Its last will, and its goodbye, say that it is out of service. `tell` says how it is
 * now, if that is news.
 */
export const openEquipment = async (
  { mqttUrl, username, password, clock }: BusOptions,
  { topic, state, ask, advance }: Equipment,
) => {
  const kept = { qos: 1, retain: true } as const
  const outOfService = () => JSON.stringify({ ...state(), inService: false })
  const client = await connectAsync(mqttUrl, {
    ...(username !== undefined && { username }),
    ...(password !== undefined && { password }),
    protocolVersion: 4,
    reconnectPeriod: SECOND,
    will: { topic: `${topic}/state`, payload: Buffer.from(outOfService()), ...kept },
  })
  let told = ''
  const say = (text: string) => client.publishAsync(`${topic}/state`, text, kept)
  const tell = () => {
    const text = JSON.stringify(state())
    if (text === told || !client.connected) return
    told = text
    say(text).catch(() => {})
  }
  client.on('message', (_, payload) => {
    ask(jsonOf(payload))
    tell()
  })
  client.on('error', () => {})
  const appear = async (): Promise<void> => {
    told = JSON.stringify(state())
    await say(told)
    await client.subscribeAsync(`${topic}/request`, { qos: 1 })
  }
  await appear()
  client.on('connect', () => {
    appear().catch(() => {})
  })

  let steppedAt = clock.now()
  const stop = clock.every(STEP_MS, () => {
    const now = clock.now()
    advance(now - steppedAt)
    steppedAt = now
    tell()
  })
  const close = async (): Promise<void> => {
    stop()
    if (client.connected) await say(outOfService())
    await client.endAsync(!client.connected)
  }
  return { tell, close }
}
