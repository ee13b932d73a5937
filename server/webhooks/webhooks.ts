/** The file that says whom outside to tell when nobody inside accepts: bots of WeCom, DingTalk, Feishu or Slack. */
import { chmodSync, readFileSync, statSync } from 'node:fs'
import { z } from 'zod'
import { Language } from '#contracts/languages.ts'

/** The file is there and cannot be used. */
export class WebhookFault extends Error {
  override readonly name = 'WebhookFault'
}

const LOOPBACK = /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/

/** What leaves the hall is encrypted; a relay on the box itself may take it as it is. */
const isSafe = (url: string): boolean => {
  const { protocol, hostname } = new URL(url)
  return protocol === 'https:' || (protocol === 'http:' && LOOPBACK.test(hostname))
}

export const Webhook = z.object({
  kind: z.enum(['wecom', 'dingtalk', 'feishu', 'slack']),
  url: z.url().refine(isSafe, 'https, or an address of this very box'),
  /** With which DingTalk and Feishu know that it is the hall. */
  secret: z.string().min(1).optional(),
  language: Language.default('zh'),
})
export type Webhook = z.infer<typeof Webhook>

export const WebhookFile = z.object({ webhooks: z.array(Webhook).max(20) })

const isAbsent = (error: unknown): boolean => error instanceof Error && 'code' in error && error.code === 'ENOENT'

/** None where there is no file. The addresses are secrets: the file is made readable for its owner alone. */
export const readWebhooks = (file: string): Webhook[] => {
  try {
    const text = readFileSync(file, 'utf8')
    if ((statSync(file).mode & 0o077) !== 0) chmodSync(file, 0o600)
    return WebhookFile.parse(JSON.parse(text)).webhooks
  } catch (cause) {
    if (isAbsent(cause)) return []
    throw new WebhookFault(`${file} names no webhooks as they have to be`, { cause })
  }
}
