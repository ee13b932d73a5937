/** One text as each kind of bot takes it, signed where it asks for that. */
import { createHmac } from 'node:crypto'
import { SECOND } from '#contracts/durations.ts'
import type { Instant } from '#contracts/time.ts'
import type { Webhook } from './webhooks.ts'

/** The shortest of what the four take. */
const MOST_BYTES = 2_048

export interface Message {
  url: string
  body: object
}

/** `at` is when it is sent: a signature is good for an hour at most. */
export const messageOf = ({ kind, url, secret }: Webhook, text: string, at: Instant): Message => {
  const content = cut(text)
  switch (kind) {
    case 'wecom':
      return { url, body: { msgtype: 'text', text: { content } } }
    case 'dingtalk':
      return { url: secret ? signed(url, secret, at) : url, body: { msgtype: 'text', text: { content } } }
    case 'feishu':
      return { url, body: { ...(secret && stamp(secret, at)), msg_type: 'text', content: { text: content } } }
    case 'slack':
      return { url, body: { text: content } }
  }
}

export const fits = (text: string): boolean => Buffer.byteLength(text) <= MOST_BYTES

/** Never in the middle of a letter; what is left out is told by three dots. */
export const cut = (text: string, most = MOST_BYTES): string => {
  if (Buffer.byteLength(text) <= most) return text
  let kept = ''
  let bytes = Buffer.byteLength('…')
  for (const letter of text) {
    bytes += Buffer.byteLength(letter)
    if (bytes > most) break
    kept += letter
  }
  return `${kept}…`
}

/** DingTalk: the secret signs time and secret, both go into the address. */
const signed = (url: string, secret: string, at: Instant): string => {
  const to = new URL(url)
  to.searchParams.set('timestamp', String(at))
  to.searchParams.set('sign', createHmac('sha256', secret).update(`${at}\n${secret}`).digest('base64'))
  return to.href
}

/** Feishu: time and secret are the key, and nothing is signed by it; the time is in seconds. */
const stamp = (secret: string, at: Instant) => {
  const timestamp = String(Math.floor(at / SECOND))
  return { timestamp, sign: createHmac('sha256', `${timestamp}\n${secret}`).digest('base64') }
}
