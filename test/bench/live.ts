/** From a clerk's press to two hundred screens and to a painted wall: the whole box, real HTTP, WebSocket and Chromium. */
import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { SiteShape } from '#contracts/site.ts'
import { openBoxAndBrowser } from '../support/boxAndBrowser.ts'
import { firstPaints, watchPaints } from './live/painting.ts'
import { type Press, pressAWhile } from './live/pressing.ts'
import type { ToScreens } from './live/screens.ts'
import { steadyNow } from './live/steady.ts'
import { type Figure, median, quantile } from './measure.ts'

const SCREENS = 200
const PER_SECOND = 10
const SECONDS = 20
const SITE = join(import.meta.dirname, '../../edge/sites/district.json')

const told = async (child: ChildProcess, asked: ToScreens): Promise<unknown> => {
  const answer = once(child, 'message')
  child.send(asked)
  return (await answer)[0]
}

/** One delay for each press and screen that saw it, in milliseconds. */
const delaysOf = (presses: readonly Press[], seen: ReadonlyMap<string, readonly number[]>): number[] =>
  presses.flatMap(({ number, at }) => (seen.get(number) ?? []).map((seenAt) => seenAt - at))

const paintDelays = async (presses: readonly Press[], wall: Page): Promise<number[]> => {
  const painted = await wall.evaluate(() => globalThis.paintedAt)
  const epoch = performance.timeOrigin + performance.now() - steadyNow()
  return presses.flatMap(({ number, at }) => {
    const paintedAt = painted[number]
    return paintedAt === undefined ? [] : [paintedAt - epoch - at]
  })
}

export const benchLive = async (): Promise<Figure[]> => {
  const site = SiteShape.parse(JSON.parse(readFileSync(SITE, 'utf8')))
  const house = await openBoxAndBrowser({ LOG_LEVEL: 'info' })
  const child = fork(join(import.meta.dirname, 'live/screens.ts'), { execArgv: ['--import', 'tsx'] })
  try {
    const paints = await firstPaints(house)
    await told(child, { open: SCREENS, url: house.box.url })
    const wall = await house.open('/wall?lang=en')
    await wall.locator('main').waitFor()
    await watchPaints(wall)
    const presses = await pressAWhile({
      ask: house.ask,
      windowIds: site.windows.map(({ windowId }) => windowId),
      serviceIds: site.services.map(({ serviceId }) => serviceId),
      perSecond: PER_SECOND,
      seconds: SECONDS,
    })
    const seen = new Map((await told(child, { seen: true })) as [string, number[]][])
    const delays = delaysOf(presses, seen)
    const painted = await paintDelays(presses, wall)
    const note = `${presses.length} presses at ${PER_SECOND}/s, ${SCREENS} screens`
    const missing = presses.length * SCREENS - delays.length
    return [
      { name: 'live.pressToScreenP99Ms', value: quantile(delays, 0.99), note: `${note}; bar 100` },
      { name: 'live.pressToScreenP50Ms', value: median(delays), note },
      { name: 'live.callsNotSeen', value: missing, note: `of ${presses.length * SCREENS}; bar 0` },
      { name: 'live.pressToPaintP99Ms', value: quantile(painted, 0.99), note: `${painted.length} on one real /wall` },
      { name: 'live.pressToPaintP50Ms', value: median(painted), note: 'press to the picture with the number' },
      ...paints,
    ]
  } finally {
    child.kill()
    await house.close()
  }
}
