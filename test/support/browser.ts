/** Opens a headless Chromium for a test. */
import { type Browser, chromium } from 'playwright-core'
import { type Chromium, ChromiumFault, findChromium, installCommand } from '#test/support/chromium.ts'

const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-quic',
]

const ownEnvironment = (): Record<string, string> =>
  Object.fromEntries(
    Object.entries(process.env).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  )

/** A browser with a new, empty profile; the caller closes it. Throws ChromiumFault with the command that helps. */
export async function openBrowser(found?: Chromium): Promise<Browser> {
  const { executablePath, env } = found ?? (await findChromium())
  try {
    return await chromium.launch({ executablePath, headless: true, args: FLAGS, env: { ...ownEnvironment(), ...env } })
  } catch (cause) {
    throw new ChromiumFault(
      `${executablePath} does not start. Install a Chromium: ${installCommand(process.platform)}`,
      { cause },
    )
  }
}
