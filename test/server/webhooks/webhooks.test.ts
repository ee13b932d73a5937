import { chmodSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { readWebhooks, WebhookFault } from '#server/webhooks/webhooks.ts'
import { type TestFolder, testFolder } from '#test/support/folder.ts'

let folder: TestFolder

beforeEach(async () => {
  folder = await testFolder()
})
afterEach(() => folder.remove())

const written = (content: object): string => {
  const file = join(folder.path, 'webhooks.json')
  writeFileSync(file, JSON.stringify(content))
  chmodSync(file, 0o644)
  return file
}
const one = (url: string) => written({ webhooks: [{ kind: 'slack', url }] })

describe('the file of webhooks', () => {
  it('need not be there', () => expect(readWebhooks(join(folder.path, 'webhooks.json'))).toEqual([]))

  it('is read, and from then on only by its owner', () => {
    const file = written({ webhooks: [{ kind: 'wecom', url: 'https://bot.example/x' }] })
    expect(readWebhooks(file)).toEqual([{ kind: 'wecom', url: 'https://bot.example/x', language: 'zh' }])
    expect(statSync(file).mode & 0o777).toBe(0o600)
  })

  it.each(['http://127.0.0.1:9000/x', 'http://[::1]:9000/x', 'http://localhost/x'])('may name this box: %s', (url) =>
    expect(readWebhooks(one(url))).toHaveLength(1),
  )

  it.each(['http://bot.example/x', 'http://10.0.0.5/x', 'http://127.0.0.1.example/x', 'file:///etc/passwd'])(
    'is refused with what would leave the hall in the clear: %s',
    (url) => expect(() => readWebhooks(one(url))).toThrow(WebhookFault),
  )
})
