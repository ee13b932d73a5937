/** A whole box in its own process, and a browser before it. */
import type { Browser, Page } from 'playwright-core'
import { openBrowser } from './browser.ts'
import { testFolder } from './folder.ts'
import { type RunningBox, startBox } from './runningBox.ts'
import { type Ask, asking } from './visiting.ts'

export interface OpenHouse {
  box: RunningBox
  folder: string
  browser: Browser
  ask: Ask
  /** A screen at the size it hangs at; what goes wrong in it fails `close`. */
  open(path: string, size?: { width: number; height: number }): Promise<Page>
  close(): Promise<void>
}

const WALL = { width: 1920, height: 1080 }

export const openBoxAndBrowser = async (environment: Record<string, string> = {}): Promise<OpenHouse> => {
  const { path: folder, remove } = await testFolder()
  const [box, browser] = await Promise.all([startBox(folder, environment), openBrowser()])
  const wrong: string[] = []
  return {
    box,
    folder,
    browser,
    ask: asking(box.url),
    open: async (path, size = WALL) => {
      const page = await browser.newPage({ viewport: size })
      page.on('pageerror', ({ message }) => wrong.push(`${path}: ${message}`))
      await page.goto(`${box.url}${path}`)
      return page
    },
    close: async () => {
      await browser.close()
      await box.end('SIGTERM')
      await remove()
      if (wrong.length > 0) throw new Error(`errors in pages:\n${wrong.join('\n')}`)
    },
  }
}
