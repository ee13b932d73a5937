import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type OpenedHouse, openHouse } from '../support/openHouse.ts'

let dir: string
let house: OpenedHouse

beforeAll(async () => {
  dir = mkdtempSync(join(tmpdir(), 'pages-'))
  mkdirSync(join(dir, 'assets'))
  writeFileSync(join(dir, 'index.html'), '<title>Hall</title>')
  writeFileSync(join(dir, 'assets', 'wall-abc123.js'), 'export {}')
  house = await openHouse({ dashboardDir: dir })
})

afterAll(async () => {
  await house.close()
  rmSync(dir, { recursive: true })
})

describe('the screens', () => {
  it('begin at the wall', async () => {
    const answer = await house.ask('GET', '/')
    expect([answer.status, answer.headers.get('location')]).toEqual([302, '/wall'])
  })

  it.each(['/wall', '/window/W3', '/window/W3.1', '/kiosk', '/queue?zone=Z1', '/staff', '/ticket/20261123-A001'])(
    'answer %s with the page, never from a cache',
    async (path) => {
      const answer = await house.ask('GET', path)
      expect(await answer.text()).toBe('<title>Hall</title>')
      expect(answer.headers.get('cache-control')).toBe('no-cache')
    },
  )

  it('keep their files for ever, and miss those that are missing', async () => {
    const file = await house.ask('GET', '/assets/wall-abc123.js')
    expect(file.headers.get('cache-control')).toContain('immutable')
    expect(file.headers.get('content-type')).toContain('javascript')
    expect((await house.ask('GET', '/assets/wall-old.js')).status).toBe(404)
    expect((await house.ask('GET', '/assets/none')).status).toBe(404)
    expect((await house.ask('GET', '/robots.txt')).status).toBe(404)
  })

  it('cannot be left for the rest of the disk', async () => {
    for (const path of ['/..%2f..%2fetc%2fpasswd', '/assets/..%2f..%2f..%2fetc%2fpasswd', '/%2e%2e/etc/passwd']) {
      const text = await (await house.ask('GET', path)).text()
      expect(text).not.toContain('root:')
    }
  })

  it('come with headers that let nothing in from elsewhere', async () => {
    const { headers } = await house.ask('GET', '/wall')
    expect(headers.get('content-security-policy')).toContain("default-src 'self'")
    expect(headers.get('content-security-policy')).toContain("frame-ancestors 'none'")
    expect(headers.get('x-content-type-options')).toBe('nosniff')
  })
})

describe('the documents', () => {
  it('are read without the internet', async () => {
    const page = await (await house.ask('GET', '/api/docs')).text()
    const files = [...page.matchAll(/(?:src|href)="([^"]+)"/g)].flatMap(([, file]) => file ?? [])
    expect(files.length).toBeGreaterThan(3)
    for (const file of files) {
      expect(file).toMatch(/^\/api\/docs\//)
      expect((await house.ask('GET', file)).status).toBe(200)
    }
    expect(await (await house.ask('GET', '/api/openapi.json')).json()).toMatchObject({ openapi: '3.1.0' })
  })
})
