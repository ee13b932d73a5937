/** `npm run camera -- rtsp://…`: brings an RTSP camera to the bus of the hall, frame by frame, and keeps none. */
import { parseArgs } from 'node:util'
import { BridgeFlags } from '#contracts/bridge.ts'
import { systemClock } from './adapters/clock.ts'
import { createLog } from './adapters/log.ts'
import { openBus } from './adapters/mqtt.ts'
import { openStream } from './adapters/rtsp/stream.ts'
import { endWith, sayWhyNot } from './ending.ts'
import { createLife } from './life.ts'
import type { Clock, Log } from './ports.ts'

const USAGE =
  'npm run camera -- rtsp://user:password@camera/stream --hall HALL --camera CAMERA [--mqtt mqtt://127.0.0.1:1883] [--username U --password P] [--fps 2] [--width 1280] [--ffmpeg ffmpeg]'

/** The command line does not say what is needed; the message says what, and how it is called. */
export class BridgeFault extends Error {
  override readonly name = 'BridgeFault'
}

export const readFlags = (args: readonly string[]): BridgeFlags => {
  const options = Object.fromEntries(Object.keys(BridgeFlags.shape).map((name) => [name, { type: 'string' as const }]))
  try {
    const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true })
    return BridgeFlags.parse({ url: positionals[0], ...values })
  } catch (cause) {
    const [issue] = cause instanceof Error && 'issues' in cause && Array.isArray(cause.issues) ? cause.issues : []
    const reason = issue ? `${issue.path.join('.')}: ${issue.message}` : String(cause)
    throw new BridgeFault(`${reason}\n${USAGE}`, { cause })
  }
}

/** Rejects when the broker cannot be reached; a camera that cannot is dialled for ever. */
export const openBridge = async (
  needs: BridgeFlags & { clock: Clock; log: Log },
): Promise<{ close(): Promise<void> }> => {
  const { hall, camera, mqtt, username, password, clock, log, ...stream } = needs
  const topic = `hall/${hall}/camera/${camera}`
  const status = { qos: 1, retain: true } as const
  const will = { topic: `${topic}/status`, payload: 'offline', ...status }
  const life = createLife()
  const bus = await life.begin(
    openBus({ url: mqtt, username, password, clientId: `bridge-${hall}-${camera}`, will, log }),
    (opened) => opened.close(),
  )
  let lives: boolean | undefined
  const living = (is: boolean): void => {
    if (is === lives) return
    lives = is
    bus.publish(will.topic, is ? 'online' : 'offline', status)
    log.info({ camera, lives }, 'the stream of the camera')
  }
  const frame = (jpeg: Buffer): void => void bus.publish(`${topic}/frame`, jpeg)
  await life.begin(openStream({ ...stream, clock, log, frame, living }), ({ close }) => close())
  return { close: async () => void (await life.end()) }
}

const start = async () => {
  const flags = readFlags(process.argv.slice(2))
  return openBridge({ ...flags, clock: systemClock(), log: createLog('info') })
}

if (process.argv[1] === import.meta.filename) start().then(endWith, sayWhyNot)
