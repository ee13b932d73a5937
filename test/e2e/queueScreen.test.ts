/** The queue screen in a browser: how large it writes, what it weighs, and that its voice says one call after the other. */
import { gzipSync } from 'node:zlib'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { mmOfRem } from '#dashboard/queue/sizing.ts'
import { type OpenHouse, openBoxAndBrowser } from '../support/boxAndBrowser.ts'
import { eventually } from '../support/eventually.ts'

let house: OpenHouse
beforeAll(async () => {
  house = await openBoxAndBrowser()
  for (const windowId of ['W1', 'W2']) await house.ask('POST', `/api/windows/${windowId}/open`, {})
  for (let visitor = 0; visitor < 6; visitor++)
    await house.ask('POST', '/api/tickets', { serviceIds: ['social-card'], language: 'ko' })
  await house.ask('POST', '/api/windows/W1/call-next', {})
})
afterAll(() => house.close())

const FIGURE = 0.714
const MOST_BYTES = 150 * 1024

const pixels = (page: Page, selector: string) =>
  page.locator(selector).evaluateAll((found) => found.map((one) => Number.parseFloat(getComputedStyle(one).fontSize)))

describe.each(['zh', 'en'])('in %s', (language) => {
  it.each([
    [4, 55],
    [8, 65],
  ])('it can be read from %i m on %i inches', async (metres, inches) => {
    const page = await house.open(`/queue?lang=${language}&metres=${metres}&inches=${inches}`)
    const number = page.locator('.number')
    await number.waitFor()
    const mm = mmOfRem(inches) / 16
    const [figure = 0] = await pixels(page, '.number')
    expect(figure * FIGURE * mm).toBeGreaterThanOrEqual(16 * metres)
    const texts = await pixels(page, 'main :is(p, h1, h2, time, small, b, span, strong)')
    expect(Math.min(...texts) * mm).toBeGreaterThanOrEqual(8 * metres - 0.01)
    const box = await number.boundingBox()
    expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThanOrEqual(1920)
    expect(await page.getByRole('alert').count()).toBe(0)
    await page.close()
  })
})

describe('its page', () => {
  it('says so when the screen is too small for the seats', async () => {
    const page = await house.open('/queue?metres=40&inches=32')
    await page.getByRole('alert').getByText('最远的座位有 40 米').waitFor()
    await page.close()
  })

  it('weighs 150 KB at most, typefaces aside, and loads no schema', async () => {
    const page = await house.open('/queue')
    const paths = new Set(['/queue'])
    page.on('response', (response) => {
      const path = new URL(response.url()).pathname
      if (/\.(js|css)$/.test(path)) paths.add(path)
    })
    await page.goto(`${house.box.url}/queue`)
    await page.locator('main').first().waitFor()
    await page.waitForLoadState('networkidle', { timeout: 5000 }).catch(() => undefined)
    const weights = await Promise.all(
      [...paths].map(async (path) => {
        const text = await (await fetch(house.box.url + path)).text()
        return { path, bytes: gzipSync(text).length, text }
      }),
    )
    /** The typefaces' own sheets name their slices and nothing else. */
    const own = weights.filter(
      ({ text }) => !text.trimStart().startsWith('@font-face') && !text.includes('@font-face{'),
    )
    expect(own.length).toBeGreaterThan(3)
    expect(own.reduce((sum, { bytes }) => sum + bytes, 0)).toBeLessThanOrEqual(MOST_BYTES)
    expect(own.filter(({ text }) => text.includes('ZodError')).map(({ path }) => path)).toEqual([])
    await page.close()
  })
})

interface Started {
  clip: string
  from: number
  until: number
}

/** Writes down which clip was started when, in seconds of the audio clock. */
const RECORD = `
  globalThis.started = []
  const paths = new WeakMap(), clips = new WeakMap()
  const read = Response.prototype.arrayBuffer
  Response.prototype.arrayBuffer = async function () {
    const bytes = await read.call(this)
    paths.set(bytes, new URL(this.url).pathname)
    return bytes
  }
  const decode = BaseAudioContext.prototype.decodeAudioData
  BaseAudioContext.prototype.decodeAudioData = async function (bytes) {
    const path = paths.get(bytes)
    const buffer = await decode.call(this, bytes)
    globalThis.decoded = (globalThis.decoded ?? 0) + 1
    clips.set(buffer, path.replace('/voice/', ''))
    return buffer
  }
  const start = AudioBufferSourceNode.prototype.start
  AudioBufferSourceNode.prototype.start = function (when) {
    started.push({ clip: clips.get(this.buffer), from: when, until: when + this.buffer.duration })
    return start.call(this, when)
  }
`

describe('its voice', () => {
  it('says two calls after each other in Chinese and in the visitor’s language, each once', async () => {
    const page = await house.open('/queue')
    await page.addInitScript(RECORD)
    await page.goto(`${house.box.url}/queue?voice=zone`)
    await page.locator('.number').waitFor()
    await page.mouse.click(100, 100)
    await page.getByRole('button', { name: '声音已关' }).waitFor({ state: 'hidden' })
    await eventually(() => page.evaluate<boolean>('globalThis.decoded >= 140'))
    const first = (await house.ask('POST', '/api/windows/W2/call-next', {})).body.ticket
    const second = (await house.ask('POST', '/api/windows/W2/recall', {})).body.ticket
    expect(second.number).toBe(first.number)
    const started = () => page.evaluate<Started[]>('started')
    const all = await eventually(async () => {
      const told = await started()
      return told.filter(({ clip }) => clip === 'chime').length === 2 && told
    }, 30_000)
    const signs = [...first.number]
    const reading = [
      'chime',
      ...['lead', ...signs, 'middle', '2', 'end'].map((name) => `zh/${name}`),
      ...[...signs, 'middle', '2', 'end'].map((name) => `ko/${name}`),
    ]
    expect(all.map(({ clip }) => clip)).toEqual([...reading, ...reading])
    const overlaps = all.slice(1).filter(({ from }, i) => from < (all[i]?.until ?? 0) - 0.02)
    expect(overlaps).toEqual([])
    await page.close()
  })
})

describe('two screens with a voice', () => {
  const openVoice = async (zone: string): Promise<Page> => {
    const page = await house.open('/queue')
    await page.addInitScript(RECORD)
    await page.goto(`${house.box.url}/queue?zone=${zone}&voice=zone`)
    await page.locator('.number').waitFor()
    await page.mouse.click(100, 100)
    await page.getByRole('button', { name: '声音已关' }).waitFor({ state: 'hidden' })
    await eventually(() => page.evaluate<boolean>('globalThis.decoded >= 140'), 20_000)
    return page
  }
  /** Resolves once the hall has answered it so. */
  const hasWord = (page: Page, speaks: boolean) =>
    page.waitForResponse(
      async (response) => response.url().endsWith('/api/voice/turn') && (await response.json()).speaks === speaks,
    )
  const saidBy = async (page: Page) =>
    (await page.evaluate<Started[]>('started')).filter(({ clip }) => clip === 'chime').length
  const calls = async (...pages: readonly Page[]) => Promise.all(pages.map(saidBy))
  const callAgain = () => house.ask('POST', '/api/windows/W1/recall', {})

  it('say a call once on one floor, by the one while the other is silent, and by that when the one is gone', async () => {
    const first = await openVoice('seats-west')
    const second = await openVoice('seats-east')
    await Promise.all([hasWord(first, true), hasWord(second, false)])
    await callAgain()
    await callAgain()
    await eventually(async () => (await saidBy(first)) === 2, 40_000)
    expect(await calls(first, second)).toEqual([2, 0])
    await first.close()
    await hasWord(second, true)
    await callAgain()
    await eventually(async () => (await saidBy(second)) === 1, 40_000)
    await second.close()
  })

  it('say a call again, once, that one of them has died in the middle of', async () => {
    const [first, second] = [await openVoice('seats-west'), await openVoice('seats-west')]
    await Promise.all([hasWord(first, true), hasWord(second, false)])
    await callAgain()
    await eventually(async () => (await saidBy(first)) === 1, 40_000)
    await first.route('**/api/voice/turn', () => undefined)
    await first.close()
    await eventually(async () => (await saidBy(second)) === 1, 20_000)
    await callAgain()
    await eventually(async () => (await saidBy(second)) === 2, 40_000)
    await second.close()
  })
})
