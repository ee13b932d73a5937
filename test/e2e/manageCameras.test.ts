/** A manager sets a camera up, from an empty record to people counted, in a real browser before a real box and a simulated camera. */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { HOUR } from '#contracts/durations.ts'
import { localTime } from '#contracts/opening.ts'
import { toPixel, toPlan } from '#simulators/camera/lens.ts'
import { startCamera } from '#simulators/camera.ts'
import { runningClock } from '#simulators/clock.ts'
import { seriousIn } from '../support/axe.ts'
import { type OpenHouse, openBoxAndBrowser } from '../support/boxAndBrowser.ts'
import { soon } from '../support/eventually.ts'
import { type TestFolder, testFolder } from '../support/folder.ts'

const SIZE = { width: 1280, height: 800 }
/** Where the simulated camera hangs on the plan, looking along y. */
const PLACE = { x: 11.5, y: 0.5, heading: Math.PI / 2 }

const siteWithoutRecord = (folder: string): string => {
  const site = JSON.parse(readFileSync('edge/sites/district.json', 'utf8'))
  const [{ cameraId, floorId, width, height }] = site.cameras
  const file = join(folder, 'site.json')
  writeFileSync(file, JSON.stringify({ ...site, cameras: [{ cameraId, floorId, width, height }] }))
  return file
}

let folder: TestFolder
let house: OpenHouse
let camera: Awaited<ReturnType<typeof startCamera>>
let page: Page
beforeAll(async () => {
  folder = await testFolder()
  house = await openBoxAndBrowser({ SITE_FILE: siteWithoutRecord(folder.path) })
  const scene = { hallId: 'district-hall', cameraId: 'C1', fps: 1, seed: 7, clock: runningClock(1) }
  camera = await startCamera({ mqttUrl: house.box.mqttUrl, ...scene })
  page = await house.open('/manage?lang=en#cameras', SIZE)
})
afterAll(async () => {
  await camera.close()
  await house.close()
  await folder.remove()
})

const step = (name: string) => page.getByRole('navigation', { name: 'Steps' }).getByRole('button', { name })
const button = (name: string | RegExp) => page.getByRole('button', { name, exact: typeof name === 'string' })
const picture = () => page.getByRole('application', { name: /^Picture of camera C1/ })
const plan = () => page.getByRole('application', { name: /^Plan/ })

/** A click at a place given in shares of the drawing. */
const clickAt = async (drawing: Locator, x: number, y: number, count = 1) => {
  const box = await drawing.boundingBox()
  if (!box) throw new Error('there is no picture')
  await drawing.click({ position: { x: x * box.width, y: y * box.height }, clickCount: count })
}
const save = async () => {
  await button('Save').click()
}
const openPicture = async () => {
  await page.getByLabel('Why you look').fill('new seats')
  await button('Open for one minute').click()
  await picture().locator('image').waitFor()
}
const cameraNow = async () => (await house.ask('GET', '/api/cameras')).body.cameras[0]

describe('a camera without a record', () => {
  it('is listed with what it lacks, and cannot be looked through', async () => {
    const row = page.getByRole('link', { name: /C1/ })
    await row.waitFor()
    expect(await row.innerText()).toContain('lacks: operator, purpose, legal basis, assessment, signs, zones')
    await row.click()
    await step('Zones and masks').click()
    await page.getByText('To open the picture, first save: operator, purpose, legal basis.').waitFor()
    expect(await button('Open for one minute').count()).toBe(0)
  })

  it('is not set up by anybody who has not signed in', async () => {
    const unknown = await house.openUnknown('/manage?lang=en#cameras', SIZE)
    await unknown.getByRole('heading', { name: 'Sign in' }).waitFor()
    await unknown.close()
    await step('Record').click()
    await page.getByLabel(/^Operator/).fill('District hall')
    expect((await cameraNow()).setup.privacy.operator).toBeUndefined()
  })
})

describe('a camera with a record', () => {
  it('still lacks its zones', async () => {
    await page.getByLabel(/^Purpose/).fill('Finding people who wait too long')
    await page.getByLabel(/^Legal basis/).fill('Consent and signs')
    await page.getByLabel(/^Impact assessment/).fill('PIA-1, 2026-11-01')
    await page.getByRole('checkbox').check()
    await page.getByText('Once saved, it is still not used; it lacks: zones.').waitFor()
    await save()
    await page.getByText('Saved, and not used yet. It lacks: zones.').waitFor()
    expect((await cameraNow()).lacks).toEqual(['zones'])
  })

  it('can be looked through until it is closed or out of sight, and nothing of it stays', async () => {
    await step('Zones and masks').click()
    await openPicture()
    await page.getByText(/^\d+ s left$/).waitFor()
    await button('Close now').click()
    await button('Open for one minute').waitFor()
    await openPicture()
    await page.evaluate(() => {
      Object.defineProperty(document, 'hidden', { value: true, configurable: true })
      document.dispatchEvent(new Event('visibilitychange'))
      Object.defineProperty(document, 'hidden', { value: false, configurable: true })
    })
    await button('Open for one minute').waitFor()
    expect(await page.locator('image').count()).toBe(0)
    expect(await page.content()).not.toContain('data:image/jpeg')
    const day = (at: number) => localTime(at, 'Asia/Shanghai').day
    const path = `/api/looks?from=${day(Date.now() - HOUR)}&to=${day(Date.now())}`
    const { body } = await house.ask('GET', path)
    const told = { cameraId: 'C1', by: 'S1', reason: 'new seats' }
    expect(body.looks).toMatchObject([told, told])
  })

  it('gets a zone, a queue line and a mask, drawn corner by corner', async () => {
    await openPicture()
    await button(/^Draw zone/).click()
    for (const [x, y] of [
      [0.02, 0.3],
      [0.98, 0.3],
      [0.98, 0.95],
      [0.02, 0.95],
    ] as const)
      await clickAt(picture(), x, y)
    await page.keyboard.press('Enter')
    await button('Draw mask').click()
    await clickAt(picture(), 0.05, 0.05)
    await clickAt(picture(), 0.2, 0.05)
    await clickAt(picture(), 0.2, 0.15, 2)
    await button('Mask 1 3 corners').waitFor()
    await button(/Draw queue line/).click()
    await clickAt(picture(), 0.5, 0.5)
    await clickAt(picture(), 0.5, 0.8)
    await button('Close shape').click()
    await button('West seats queue line 2 corners').waitFor()
  })

  it('has corners that are moved by keys, and put back', async () => {
    await button('West seats 4 corners').click()
    const corner = page.getByRole('button', { name: 'West seats, corner 1 of 4' })
    const place = async () => Number(await corner.locator('.dot').getAttribute('cx'))
    const before = await place()
    await corner.press('ArrowRight')
    await corner.press('Shift+ArrowRight')
    await soon(async () => expect(await place()).toBe(before + 11))
    await button('Undo').click()
    await button('Undo').click()
    await button('West seats 4 corners').click()
    await soon(async () => expect(await place()).toBe(before))
  })

  it('learns from four places where its people stand', async () => {
    await step('Floor points').click()
    const site = JSON.parse(readFileSync('edge/sites/district.json', 'utf8'))
    const [{ width, depth }] = site.floors
    const spots = [
      { x: -2, z: 5 },
      { x: 2, z: 5 },
      { x: 3, z: 9 },
      { x: -3, z: 9 },
    ]
    for (const spot of spots) {
      const pixel = toPixel(spot)
      const floor = toPlan(spot, PLACE)
      await clickAt(picture(), pixel.x / 1280, pixel.y / 720)
      await clickAt(plan(), floor.x / width, 1 - floor.y / depth)
    }
    await page.getByText('All four are set; drag to correct them.').waitFor()
    await soon(async () => expect(await plan().locator('polygon').count()).toBe(1))
  })

  it('is in use once it is saved, and people are counted', async () => {
    await page.getByText('Once saved, this camera is in use.').waitFor()
    await save()
    await page.getByText('Saved: it is in use.').waitFor()
    const { setup } = await cameraNow()
    expect([
      setup.zones.length,
      setup.zones[0].queueLine.length,
      setup.masks.length,
      setup.floorMatches.length,
    ]).toEqual([1, 2, 1, 4])
    expect(setup.homography).toHaveLength(9)
    await soon(async () => expect((await cameraNow()).people).toBeGreaterThan(0))
    await page.getByRole('link', { name: 'All cameras' }).click()
    const row = page.getByRole('link', { name: /C1/ })
    await soon(async () => expect(await row.innerText()).toMatch(/in use[\s\S]*[1-9]\d* (person|people)/))
  })
})

describe.each(['zh', 'en'])('in %s', (language) => {
  it('can be read and used by everybody', async () => {
    const open = await house.open(`/manage?lang=${language}#cameras/C1`, SIZE)
    for (const index of [0, 1, 2, 3]) {
      await open.locator('main nav button').nth(index).click()
      expect(await seriousIn(open)).toEqual([])
    }
    const isWide = await open.evaluate(() => document.documentElement.scrollWidth > innerWidth)
    expect(isWide).toBe(false)
    await open.close()
  })
})
