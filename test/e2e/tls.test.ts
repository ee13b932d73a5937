/** The box behind a certificate of its own: pages, the live line and cookies over TLS, also for people from elsewhere. */
import { writeFileSync } from 'node:fs'
import type { IncomingHttpHeaders } from 'node:http'
import { request } from 'node:https'
import { join } from 'node:path'
import type { Browser, BrowserContext } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openBrowser } from '#test/support/browser.ts'
import { selfMadeCertificate } from '#test/support/certificate.ts'
import { type TestFolder, testFolder } from '#test/support/folder.ts'
import { type RunningBox, startBox } from '#test/support/runningBox.ts'

const PASSWORD = 'a password for the test'
const { cert, key } = selfMadeCertificate()
let folder: TestFolder
let box: RunningBox
let browser: Browser
let context: BrowserContext
beforeAll(async () => {
  folder = await testFolder()
  const files = { TLS_CERT: join(folder.path, 'cert.pem'), TLS_KEY: join(folder.path, 'key.pem') }
  writeFileSync(files.TLS_CERT, cert)
  writeFileSync(files.TLS_KEY, key)
  const starting = startBox(folder.path, { ...files, ADMIN_PASSWORD: PASSWORD })
  ;[box, browser] = await Promise.all([starting, openBrowser()])
  context = await browser.newContext({ ignoreHTTPSErrors: true, viewport: { width: 1920, height: 1080 } })
})
afterAll(async () => {
  await browser.close()
  await box.end('SIGTERM')
  await folder.remove()
})

interface Told {
  status: number | undefined
  headers: IncomingHttpHeaders
  body: string
}

/** As somebody elsewhere, who knows the hall by its name and trusts no certificate but its own. */
const fromElsewhere = (path: string, body?: object): Promise<Told> =>
  new Promise((resolve, reject) => {
    const headers = { host: 'hall.test', ...(body && { 'content-type': 'application/json' }) }
    const { hostname, port } = new URL(box.url)
    const method = body ? 'POST' : 'GET'
    const asked = request({ hostname, port, path, method, headers, ca: cert, servername: 'hall.test' }, (answer) => {
      const parts: Buffer[] = []
      answer.on('data', (part) => parts.push(part))
      answer.on('end', () =>
        resolve({ status: answer.statusCode, headers: answer.headers, body: Buffer.concat(parts).toString() }),
      )
    })
    asked.once('error', reject)
    asked.end(body && JSON.stringify(body))
  })

describe('a box with its own certificate', () => {
  it('says https, and serves its pages to whoever trusts it, with the promise to stay so', async () => {
    expect(box.url).toMatch(/^https:\/\/127\.0\.0\.1:\d+$/)
    const { status, headers, body } = await fromElsewhere('/sign-in')
    expect([status, headers['strict-transport-security']]).toEqual([200, 'max-age=31536000'])
    expect(body).toContain('<script type="module"')
    await expect(fetch(box.url.replace('https:', 'http:'))).rejects.toThrow()
    await expect(fetch(box.url)).rejects.toThrow()
  })

  it('takes passwords from elsewhere, which it refuses on an open line', async () => {
    const credentials = { name: 'admin', password: PASSWORD }
    expect(JSON.parse((await fromElsewhere('/api/session', credentials)).body)).toMatchObject({ code: 'totpToEnrol' })
    const wrong = await fromElsewhere('/api/session', { ...credentials, password: 'not this one' })
    expect([wrong.status, JSON.parse(wrong.body).code]).toEqual([401, 'signInWrong'])
  })

  it('gives a browser cookies for this host and for TLS alone', async () => {
    const manage = await context.newPage()
    await manage.goto(`${box.url}/manage?lang=en&enter=${await box.entryCode()}#devices`)
    await manage.getByRole('heading', { name: 'Approve a device' }).waitFor()
    const [session] = await context.cookies()
    expect(session).toMatchObject({ name: '__Host-session', secure: true, httpOnly: true, path: '/' })
    expect(session?.domain).toBe('127.0.0.1')
  })

  it('lets a wall in, which hears the hall over wss', async () => {
    const wall = await context.newPage()
    const lines: string[] = []
    wall.on('websocket', (line) => lines.push(line.url()))
    await wall.goto(`${box.url}/wall?lang=en`)
    await wall.getByText('Waits by service').first().waitFor()
    expect(lines.length).toBeGreaterThan(0)
    expect(lines.every((url) => url.startsWith(`${box.url.replace('https', 'wss')}/api/live`))).toBe(true)
  })

  it('gives a device a cookie of the same kind', async () => {
    const unknown = await browser.newContext({ ignoreHTTPSErrors: true })
    const page = await unknown.newPage()
    const [manage] = context.pages()
    const code = await manage?.evaluate(async () => {
      const headers = { 'content-type': 'application/json' }
      const body = JSON.stringify({ kind: 'queue' })
      return (await (await fetch('/api/devices/codes', { method: 'POST', headers, body })).json()).code
    })
    await page.goto(`${box.url}/queue?pair=${code}`)
    await page.waitForURL(/\/queue$/)
    const [cookie] = await unknown.cookies()
    expect(cookie).toMatchObject({ name: '__Host-devices', secure: true, httpOnly: true })
    await unknown.close()
  })
})
