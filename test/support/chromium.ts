/** Finds a Chromium to test with: the machine's own, or the one in npm's `@sparticuz/chromium`, unpacked here once. */
import { execFileSync } from 'node:child_process'
import {
  accessSync,
  constants,
  createReadStream,
  createWriteStream,
  existsSync,
  mkdirSync,
  readFileSync,
} from 'node:fs'
import { chmod, mkdtemp, rename, rm, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { pipeline } from 'node:stream/promises'
import { brotliDecompressSync, createBrotliDecompress } from 'node:zlib'

export interface Chromium {
  readonly executablePath: string
  /** Variables the browser needs beside those of this process. */
  readonly env: Readonly<Record<string, string>>
}

/** No browser on this machine, and none could be unpacked; the message says what to install. */
export class ChromiumFault extends Error {
  override readonly name = 'ChromiumFault'
}

const REPOSITORY = path.resolve(import.meta.dirname, '../..')

const INSTALLED = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
]

/** The command that puts a Chromium on this kind of machine. */
export const installCommand = (platform: NodeJS.Platform): string =>
  platform === 'darwin' ? 'brew install --cask chromium' : 'apt-get install chromium'

const writable = (folder: string): boolean => {
  try {
    mkdirSync(folder, { recursive: true })
    accessSync(folder, constants.W_OK)
    return true
  } catch {
    return false
  }
}

/** The folder of the npm package, found by its entry without running it: its JavaScript wants a newer Node. */
const packageFolder = (): string =>
  path.resolve(path.dirname(createRequire(import.meta.url).resolve('@sparticuz/chromium')), '..')

const versionOf = (folder: string): string =>
  String(JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8')).version)

const fontsConf = (folder: string) => `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>${folder}/fonts</dir>
  <cachedir>${folder}/fonts-cache</cachedir>
</fontconfig>
`

const unpackTar = (archive: string, into: string) =>
  execFileSync('tar', ['-x', '--no-same-owner', '-f', '-', '-C', into], {
    input: brotliDecompressSync(readFileSync(archive)),
    stdio: ['pipe', 'ignore', 'pipe'],
  })

/** Unpacks beside `target` and renames, so that two test runs that start together both find a whole browser. */
async function unpack(bin: string, target: string): Promise<void> {
  const made = await mkdtemp(`${target}.new-`)
  try {
    await chmod(made, 0o755)
    for (const name of ['al2023', 'fonts', 'swiftshader']) unpackTar(path.join(bin, `${name}.tar.br`), made)
    await writeFile(path.join(made, 'fonts.conf'), fontsConf(target))
    await pipeline(
      createReadStream(path.join(bin, 'chromium.br')),
      createBrotliDecompress(),
      createWriteStream(path.join(made, 'chromium'), { mode: 0o755 }),
    )
    await rename(made, target).catch((fault: unknown) => {
      if (!existsSync(target)) throw fault
    })
  } finally {
    await rm(made, { recursive: true, force: true })
  }
}

/** The browser of the npm package, unpacked into a cache (about 200 MB, some seconds the first time). */
export async function unpackedChromium(
  caches: readonly string[] = [path.join(REPOSITORY, 'node_modules/.cache'), tmpdir()],
): Promise<Chromium> {
  const folder = packageFolder()
  const cache = caches.find(writable)
  if (cache === undefined) throw new ChromiumFault(`no folder to unpack a browser into: tried ${caches.join(', ')}`)
  const target = path.join(cache, `hallkeeper-chromium-${versionOf(folder)}`)
  if (!existsSync(target)) await unpack(path.join(folder, 'bin'), target)
  const fonts = existsSync('/etc/fonts/fonts.conf') ? {} : { FONTCONFIG_FILE: path.join(target, 'fonts.conf') }
  return {
    executablePath: path.join(target, 'chromium'),
    env: { LD_LIBRARY_PATH: path.join(target, 'lib'), ...fonts },
  }
}

/** `wanted` (the CHROMIUM variable) first, then the machine's, then the unpacked one. Throws ChromiumFault. */
export async function findChromium(wanted = process.env.CHROMIUM): Promise<Chromium> {
  if (wanted) {
    if (!existsSync(wanted)) throw new ChromiumFault(`CHROMIUM names ${wanted}, and there is no such file`)
    return { executablePath: wanted, env: {} }
  }
  const installed = INSTALLED.find((file) => existsSync(file))
  if (installed !== undefined) return { executablePath: installed, env: {} }
  const advice = `No Chromium to test with. Install one: ${installCommand(process.platform)}`
  if (process.platform !== 'linux' || process.arch !== 'x64') throw new ChromiumFault(advice)
  try {
    return await unpackedChromium()
  } catch (cause) {
    throw new ChromiumFault(`${advice} (the one from npm could not be unpacked: ${cause})`, { cause })
  }
}
