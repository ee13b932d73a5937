import { createServer } from 'node:http'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openBrowser } from '#test/support/browser.ts'

const PAGE = `<!doctype html><title>A042</title>
<style>body { margin: 0; background: #0a0 } div { width: 50px; height: 50px; background: #00f }</style>
<div></div><script>document.title += ' to W3'</script>`

const server = createServer((_, response) => response.setHeader('content-type', 'text/html').end(PAGE))
let url: string

beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  url = `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`
})

afterAll(() => server.close())

describe('the browser of the tests', () => {
  it('runs a page and paints it', async () => {
    const browser = await openBrowser()
    try {
      const page = await browser.newPage({ viewport: { width: 100, height: 100 } })
      await page.goto(url)
      expect(await page.title()).toBe('A042 to W3')
      const { data, info } = await sharp(await page.screenshot())
        .removeAlpha()
        .raw()
        .toBuffer({ resolveWithObject: true })
      const pixel = (x: number, y: number) => [...data.subarray((y * info.width + x) * 3).subarray(0, 3)]
      expect([info.width, info.height]).toEqual([100, 100])
      expect([pixel(25, 25), pixel(75, 75)]).toEqual([
        [0, 0, 255],
        [0, 170, 0],
      ])
    } finally {
      await browser.close()
    }
  })
})
