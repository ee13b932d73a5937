/** What a person sees of it: when a number stands painted on a real page, and how soon each screen shows anything. */
import type { Page } from 'playwright-core'
import { screens } from '#dashboard/screens.ts'
import type { OpenHouse } from '../../support/boxAndBrowser.ts'
import { type Figure, median } from '../measure.ts'

declare global {
  /** Epoch milliseconds at which each text first stood painted. */
  var paintedAt: Record<string, number>
}

const LOADS = 3

/** Notes each new text of a page, and when the picture with it was made. To be called once the page stands; tsx allows no named function here. */
export const watchPaints = (page: Page): Promise<void> =>
  page.evaluate(() => {
    globalThis.paintedAt = {}
    new MutationObserver((changes) =>
      requestAnimationFrame(() =>
        requestAnimationFrame((at) => {
          for (const { target, addedNodes } of changes)
            for (const { textContent } of [target, ...addedNodes])
              globalThis.paintedAt[textContent?.trim() ?? ''] ??= performance.timeOrigin + at
        }),
      ),
    ).observe(document.body, { subtree: true, childList: true, characterData: true })
  })

const firstPaint = async (house: OpenHouse, path: string): Promise<number> => {
  const page = await house.open(path)
  const at = await page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        new PerformanceObserver((list) => {
          const [entry] = list.getEntriesByName('first-contentful-paint')
          if (entry) resolve(entry.startTime)
        }).observe({ type: 'paint', buffered: true })
      }),
  )
  await page.close()
  return at
}

/** Of every screen, from an empty cache to the first thing on it; the middle of three loads. */
export const firstPaints = async (house: OpenHouse): Promise<Figure[]> => {
  const figures: Figure[] = []
  for (const { segment, example } of screens) {
    const path = `/${segment}${example ? `/${example}` : ''}`
    const loads: number[] = []
    for (let load = 0; load < LOADS; load++) loads.push(await firstPaint(house, path))
    figures.push({ name: `live.firstPaintMs.${segment}`, value: median(loads), note: `${path}, cold; bar 1000` })
  }
  return figures
}
