/** From the press of "take a number" to the number on the kiosk's screen: a real browser before a whole box on loopback. */
import { openBoxAndBrowser } from '../support/boxAndBrowser.ts'
import { type Figure, median, quantile } from './measure.ts'

const VISITS = 30
/** A kiosk gives one number a second; the next visitor comes after that. */
const APART_MS = 1100
const WARMING = 3

export const benchKiosk = async (): Promise<Figure[]> => {
  const house = await openBoxAndBrowser()
  const page = await house.open('/kiosk?lang=zh&kiosk=K1', { width: 1080, height: 1920 })
  const delays: number[] = []
  for (let visit = 0; visit < WARMING + VISITS; visit++) {
    await page.locator('nav button').first().click()
    await page.locator('.choices button').nth(4).click()
    await page.locator('button.primary').waitFor()
    const delay = await page.evaluate(
      () =>
        new Promise<number>((resolve) => {
          const seen = new MutationObserver(() => {
            if (!document.querySelector('.sight strong')) return
            seen.disconnect()
            requestAnimationFrame(() => resolve(performance.now() - pressed))
          })
          seen.observe(document.body, { childList: true, subtree: true })
          const pressed = performance.now()
          document.querySelector<HTMLButtonElement>('button.primary')?.click()
        }),
    )
    if (visit >= WARMING) delays.push(delay)
    await page.locator('button.primary').click()
    await new Promise((resolve) => setTimeout(resolve, APART_MS))
  }
  await page.close()
  await house.close()
  const note = `${VISITS} visits, press to number on the screen`
  return [
    { name: 'live.kioskToTicketP99Ms', value: quantile(delays, 0.99), note: `${note}; bar 1000` },
    { name: 'live.kioskToTicketMs', value: median(delays), note },
  ]
}
