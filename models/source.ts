/** Where the weights come from: two files of one npm package at one version, checked byte for byte. */
import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'

const run = promisify(execFile)

export const PACKAGE = '@vladmandic/human@3.3.6'
export const TOPOLOGY = 'centernet.json'
export const WEIGHTS = 'centernet.bin'
/** sha256 of each file in the package's folder `models`. */
export const FILES = {
  [TOPOLOGY]: 'bfb942eaacc5becf738d536663bc4580a0ae9e560722306e6d4dd7fe4a09de05',
  [WEIGHTS]: '1b635a15009071f506f9f2b3519b31c072c534888989f30d269ffd44734ef7ef',
}

class SourceFault extends Error {
  override readonly name = 'SourceFault'
}

export interface Source {
  topology: string
  weights: Uint8Array
}

export const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

/** A folder that is gone when `work` is done, whatever becomes of it. */
export const inTemporaryFolder = async <T>(work: (folder: string) => Promise<T>): Promise<T> => {
  const folder = await mkdtemp(join(tmpdir(), 'hallkeeper-model-'))
  try {
    return await work(folder)
  } finally {
    await rm(folder, { recursive: true })
  }
}

const checked = async (folder: string, name: keyof typeof FILES): Promise<Uint8Array> => {
  const bytes = await readFile(join(folder, 'package', 'models', name))
  if (sha256(bytes) !== FILES[name])
    throw new SourceFault(`${name} of ${PACKAGE} is not the file this converter was written for`)
  return bytes
}

/** Fetches the package into `folder`, unpacks the two files alone (no face model touches the disk) and checks them. */
export const fetchSource = async (folder: string): Promise<Source> => {
  const { stdout } = await run('npm', ['pack', PACKAGE, '--silent'], { cwd: folder })
  const archive = stdout.trim()
  const wanted = Object.keys(FILES).map((name) => `package/models/${name}`)
  await run('tar', ['-xzf', archive, ...wanted], { cwd: folder })
  await rm(join(folder, archive))
  const topology = Buffer.from(await checked(folder, TOPOLOGY)).toString()
  return { topology, weights: await checked(folder, WEIGHTS) }
}
