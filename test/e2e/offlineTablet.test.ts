/** A tablet that loses its network: it still opens, keeps what is done on it, and does it once when the network is back. */
import mqtt from 'mqtt'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Site } from '#contracts/site.ts'
import { type OpenHouse, openBoxAndBrowser } from '#test/support/boxAndBrowser.ts'
import { eventually } from '#test/support/eventually.ts'

/** A tablet keeps what it needs offline anew so often, in ms. */
const KEPT_EVERY = 31_000

let house: OpenHouse
let site: Site
beforeAll(async () => {
  house = await openBoxAndBrowser()
  const { body } = await house.ask('GET', '/api/hall')
  site = body.records.find(({ kind }: { kind: string }) => kind === 'site').site
})
afterAll(() => house.close())

/** Somebody asks a robot what it cannot answer: a person is wanted at once. */
const askRobot = async (questionId = 'q1') => {
  const robot = site.robots.find(({ kinds }) => kinds.includes('guide'))
  const bus = await mqtt.connectAsync(house.box.mqttUrl, { protocolVersion: 4 })
  const question = { questionId, text: 'xyzzy plugh', language: 'en' }
  await bus.publishAsync(`hall/${site.hallId}/robot/${robot?.serialNumber}/question`, JSON.stringify(question))
  await bus.endAsync()
}
const stateNow = async (): Promise<string | undefined> => (await house.ask('GET', '/api/alerts')).body.alerts[0]?.state

describe('a tablet without network', () => {
  it('opens again, keeps a tap through a reload, and does it once when the network is back', async () => {
    const tablet = await house.open('/staff?lang=en', { width: 1280, height: 800 })
    await tablet.clock.install()
    await tablet.waitForFunction(() => navigator.serviceWorker.controller !== null)
    await tablet.reload()
    await askRobot()
    const accept = tablet.getByRole('button', { name: 'I go' })
    await accept.waitFor()
    await tablet.clock.runFor(KEPT_EVERY)
    await eventually(() =>
      tablet.evaluate(async () => {
        const kept = await caches.match(location.href)
        const sight = await caches.match('/api/hall')
        return kept !== undefined && (await sight?.text())?.includes('"kind":"alert"') === true
      }),
    )

    await tablet.context().setOffline(true)
    await tablet.reload()
    await accept.click()
    await tablet.getByText('Not sent yet').first().waitFor()
    await tablet.reload()
    await tablet.getByText('Not sent yet').first().waitFor()
    expect(await stateNow()).toBe('open')

    await tablet.context().setOffline(false)
    await eventually(async () => (await stateNow()) === 'accepted')
    await tablet.getByText('Not sent yet').first().waitFor({ state: 'detached' })
    await tablet.getByText('You go').waitFor()
    await tablet.close()
  })

  it('says what it did not do when its holder has gone on duty with another', async () => {
    const size = { width: 1280, height: 800 }
    const [first, second] = [await house.open('/staff?lang=en', size), await house.open('/staff?lang=en', size)]
    const goOnDuty = async (tablet: Page) => {
      await tablet.getByRole('textbox', { name: 'Staff no.' }).fill('7')
      await tablet.getByRole('button', { name: 'Go on duty' }).click()
      await tablet.getByRole('button', { name: 'S7 · change' }).waitFor()
    }
    for (const { alertId } of (await house.ask('GET', '/api/alerts')).body.alerts)
      await house.ask('POST', `/api/alerts/${alertId}/resolve`, {})
    await goOnDuty(first)
    await askRobot('q2')
    const accept = first.getByRole('button', { name: 'I go' })
    await accept.waitFor()
    await first.context().setOffline(true)
    await accept.click()
    await first.getByText('Not sent yet').first().waitFor()
    await goOnDuty(second)
    await first.context().setOffline(false)
    await first.getByText('“I go”, tapped by S7 while offline, was not done').waitFor()
    await first.reload()
    await first.getByText('was not done. Nobody is on duty with this tablet now.').waitFor()
    await first.getByRole('button', { name: 'Understood' }).click()
    await first.getByText('was not done').waitFor({ state: 'detached' })
    await second.getByRole('button', { name: 'I go' }).click()
    await second.getByText('You go').waitFor()
  })
})
