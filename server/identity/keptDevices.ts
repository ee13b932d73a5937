/** A copy of the devices beside the database, which is the truth: read only when that cannot be at the start. Hashes, no tokens. */
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { z } from 'zod'
import type { Log } from '../log.ts'
import { deviceKinds } from './roles.ts'
import type { Device } from './store.ts'

const KeptDevice = z.object({
  deviceId: z.string(),
  kind: z.enum(deviceKinds),
  place: z.string().optional(),
  label: z.string().optional(),
  tokenHash: z.string(),
  pairedAt: z.number(),
  seenAt: z.number(),
  revokedAt: z.number().optional(),
})
const KeptFile = z.object({ devices: z.array(KeptDevice) })

export interface KeptDevices {
  /** Empty where there is no such file. */
  read(): Device[]
  write(devices: readonly Device[]): void
}

/** Without a file nothing is kept. */
export const createKeptDevices = ({ file, log }: { file: string | undefined; log: Log }): KeptDevices => ({
  read: () => {
    try {
      return file === undefined ? [] : KeptFile.parse(JSON.parse(readFileSync(file, 'utf8'))).devices
    } catch {
      return []
    }
  },
  write: (devices) => {
    if (file === undefined) return
    try {
      mkdirSync(dirname(file), { recursive: true })
      writeFileSync(`${file}.new`, `${JSON.stringify({ devices }, null, 2)}\n`, { mode: 0o600 })
      renameSync(`${file}.new`, file)
    } catch (error) {
      log.error({ error }, 'the copy of paired devices could not be written')
    }
  },
})
