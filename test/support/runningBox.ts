/** A whole box as somebody starts it: its own process, its own folder, free ports. */
import { type ChildProcess, spawn } from 'node:child_process'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { eventually } from './eventually.ts'

export interface RunningBox {
  url: string
  mqttUrl: string
  pid: number
  /** The code of the link by which its first start lets the admin in; used once. */
  entryCode(): Promise<string>
  /** All it has said beside its log. */
  said(): string
  /** From the start of the process to its word that it is ready. */
  readyAfterMs: number
  /** Ends the process by a signal; resolves with how long that took. */
  end(signal: NodeJS.Signals): Promise<number>
}

const ROOT = join(import.meta.dirname, '../..')

const spawnBox = (dataDir: string, environment: Record<string, string>): ChildProcess =>
  spawn(process.execPath, ['--import', 'tsx', 'edge/main.ts'], {
    cwd: ROOT,
    env: {
      PATH: process.env.PATH,
      HOME: process.env.HOME,
      PORT: '0',
      MQTT_PORT: '0',
      DATA_DIR: dataDir,
      ...environment,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  })

const ended = (child: ChildProcess): Promise<void> =>
  new Promise((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null) resolve()
    else child.once('exit', () => resolve())
  })

/** What it says before it is ready, or why it is not. */
export const startBox = (dataDir: string, environment: Record<string, string> = {}): Promise<RunningBox> => {
  const started = performance.now()
  const child = spawnBox(dataDir, environment)
  const said: string[] = []
  return new Promise((resolve, reject) => {
    const lines = createInterface({ input: child.stdout ?? process.stdin })
    child.stderr?.on('data', (chunk) => said.push(String(chunk)))
    child.once('exit', (code) => reject(new Error(`the box ended with ${code}: ${said.join('')}`)))
    lines.on('line', (line) => {
      if (!line.includes('"msg":"ready"')) return
      const { url, mqttUrl } = JSON.parse(line)
      const end = async (signal: NodeJS.Signals): Promise<number> => {
        const asked = performance.now()
        child.kill(signal)
        await ended(child)
        return performance.now() - asked
      }
      resolve({
        url,
        mqttUrl,
        pid: child.pid ?? 0,
        readyAfterMs: performance.now() - started,
        said: () => said.join(''),
        entryCode: () => eventually(() => /\?enter=([\w-]+)/.exec(said.join(''))?.[1]),
        end,
      })
    })
  })
}
