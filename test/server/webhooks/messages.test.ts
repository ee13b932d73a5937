import { describe, expect, it } from 'vitest'
import { cut, messageOf } from '#server/webhooks/messages.ts'
import { Webhook } from '#server/webhooks/webhooks.ts'

const AT = 1_700_000_000_123
const hook = (kind: string, secret?: string) =>
  Webhook.parse({ kind, url: 'https://bot.example/send?token=T', ...(secret && { secret }) })

/** Signatures as openssl makes them. */
describe('a message', () => {
  it('has the form of its bot', () => {
    expect(messageOf(hook('wecom'), 'hello', AT).body).toEqual({ msgtype: 'text', text: { content: 'hello' } })
    expect(messageOf(hook('dingtalk'), 'hello', AT).body).toEqual({ msgtype: 'text', text: { content: 'hello' } })
    expect(messageOf(hook('feishu'), 'hello', AT).body).toEqual({ msg_type: 'text', content: { text: 'hello' } })
    expect(messageOf(hook('slack'), 'hello', AT).body).toEqual({ text: 'hello' })
  })

  it('to DingTalk is signed in the address', () => {
    const url = new URL(messageOf(hook('dingtalk', 'SECabc'), 'hello', AT).url)
    expect(Object.fromEntries(url.searchParams)).toEqual({
      token: 'T',
      timestamp: '1700000000123',
      sign: 'IqXBU/aLfwMA3S/tDcfRmHx5vWHw9Y1aOgFLBr1Ti9w=',
    })
  })

  it('to Feishu is signed in the body, in seconds', () =>
    expect(messageOf(hook('feishu', 'demo'), 'hello', AT).body).toMatchObject({
      timestamp: '1700000000',
      sign: '8oT2n3SMKFfEnDoiwer8BUM/SjKLwe9SqoEIHlhDTKo=',
    }))

  it('is cut between letters where it is too long', () => {
    const text = cut('等'.repeat(1000))
    expect(Buffer.byteLength(text)).toBeLessThanOrEqual(2048)
    expect(text).toMatch(/^等{681}…$/)
    expect(cut('short')).toBe('short')
  })
})
