/** A whole box in its own process, and a browser before it. */
import type { Browser, Page } from 'playwright-core'
import { openBrowser } from './browser.ts'
import { testFolder } from './folder.ts'
import { deviceCookies, giveCookies, isForPeople, personCookies } from './pairing.ts'
import { type RunningBox, startBox } from './runningBox.ts'
import { type Ask, asking } from './visiting.ts'

export interface OpenHouse {
  box: RunningBox
  folder: string
  browser: Browser
  ask: Ask
  /** A screen at the size it hangs at, let in as what it is; what goes wrong in it fails `close`. */
  open(path: string, size?: { width: number; height: number }): Promise<Page>
  /** An empty page of a browser that is let in as what this path needs. */
  openEmpty(path: string): Promise<Page>
  /** The same in a browser that nobody has let in. */
  openUnknown(path: string, size?: { width: number; height: number }): Promise<Page>
  close(): Promise<void>
}

const WALL = { width: 1920, height: 1080 }

export const openBoxAndBrowser = async (environment: Record<string, string> = {}): Promise<OpenHouse> => {
  const { path: folder, remove } = await testFolder()
  const [box, browser] = await Promise.all([startBox(folder, environment), openBrowser()])
  const wrong: string[] = []
  let admin: ReturnType<typeof personCookies> | undefined
  const cookiesFor = (path: string) => {
    if (!isForPeople(path)) return deviceCookies(box.url, path)
    admin ??= box.entryCode().then((code) => personCookies(box.url, code))
    return admin
  }
  const openWith = async (path: string, size: { width: number; height: number }, isKnown: boolean) => {
    const page = await browser.newPage({ viewport: size })
    page.on('pageerror', ({ message }) => wrong.push(`${path}: ${message}`))
    if (isKnown) await giveCookies(page, await cookiesFor(path))
    await page.goto(`${box.url}${path}`)
    return page
  }
  return {
    box,
    folder,
    browser,
    ask: asking(box.url),
    open: (path, size = WALL) => openWith(path, size, true),
    openEmpty: async (path) => {
      const page = await browser.newPage()
      await giveCookies(page, await cookiesFor(path))
      return page
    },
    openUnknown: (path, size = WALL) => openWith(path, size, false),
    close: async () => {
      await browser.close()
      await box.end('SIGTERM')
      await remove()
      if (wrong.length > 0) throw new Error(`errors in pages:\n${wrong.join('\n')}`)
    },
  }
}
