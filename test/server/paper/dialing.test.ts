import { createServer } from 'node:net'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { SitePrinter } from '#contracts/sitePrinters.ts'
import { printOn } from '#server/paper/dialing.ts'
import { escposOf, languageOn } from '#server/paper/markup.ts'
import { type FakePrinter, openFakePrinter } from '../../support/fakePrinter.ts'
import { slipIn } from './slips.ts'

/** Milliseconds that let a silent printer be given up soon. */
const SHORT = { connecting: 2000, telling: 300, taking: 1000, printing: 300 }

let printer: FakePrinter
beforeEach(async () => {
  printer = await openFakePrinter()
})
afterEach(() => printer.close())

const on = (port: number, more: object = {}) => SitePrinter.parse({ printerId: 'P1', host: '127.0.0.1', port, ...more })
const print = (more: object = {}) => {
  const site = on(printer.port, more)
  return printOn(site, escposOf(slipIn('zh'), site), SHORT)
}

/** `GS ( k` of model, size and so on, ending with store and print. */
const QR_PRINT = Buffer.from([0x1d, 0x28, 0x6b, 0x03, 0x00, 0x31, 0x51, 0x30])

describe('printing a slip', () => {
  it('puts number, words and code on the paper', async () => {
    expect(await print()).toEqual({ printed: true })
    const [slip = Buffer.alloc(0)] = printer.slips
    expect(slip.includes(Buffer.from([0x1d, 0x21, 0x55, 0x1b, 0x74, 0x00, 0x1c, 0x26]))).toBe(true)
    expect(slip.includes('A042')).toBe(true)
    // 居 in GB 18030
    expect(slip.includes(Buffer.from([0xbe, 0xd3]))).toBe(true)
    expect(slip.includes('https://hall.example/ticket/20261122-A042#s=secret')).toBe(true)
    expect(slip.includes(QR_PRINT)).toBe(true)
  })

  it.each([
    ['paperOut', 'paperOut'],
    ['coverOpen', 'coverOpen'],
    ['runningOut', 'paperOut'],
    ['cutting', 'offline'],
    ['hanging', 'timeout'],
  ] as const)('says of a printer that is %s: %s', async (state, reason) => {
    printer.state = state
    expect(await print()).toEqual({ printed: false, reason })
    expect(printer.slips).toEqual([])
  })

  it('says that nobody is there', async () => {
    const free = await openFakePrinter()
    await free.close()
    expect(await printOn(on(free.port), escposOf(slipIn('zh'), on(free.port)), SHORT)).toEqual({
      printed: false,
      reason: 'offline',
    })
  })

  it('believes a printer that tells nothing, where the site says so', async () => {
    const taken: Buffer[] = []
    const silent = createServer((socket) => {
      socket.on('error', () => undefined)
      socket.on('data', (chunk) => taken.push(chunk))
    })
    const port = await new Promise<number>((resolve) => {
      silent.listen(0, '127.0.0.1', () => {
        const address = silent.address()
        resolve(typeof address === 'object' && address ? address.port : 0)
      })
    })
    const site = on(port, { tells: false })
    expect(await printOn(site, escposOf(slipIn('en'), site), SHORT)).toEqual({ printed: true })
    await new Promise<void>((resolve) => silent.close(() => resolve()))
  })

  it('goes out when the paper is back', async () => {
    printer.state = 'paperOut'
    await print()
    printer.state = 'fine'
    expect(await print()).toEqual({ printed: true })
    expect(printer.slips).toHaveLength(1)
  })
})

describe('a printer', () => {
  it('prints the languages that it has letters for, and English otherwise', () => {
    expect(languageOn({ encoding: 'gb18030' }, 'zh')).toBe('zh')
    expect(languageOn({ encoding: 'gb18030' }, 'ko')).toBe('en')
    expect(languageOn({ encoding: 'ksc5601' }, 'ko')).toBe('ko')
    expect(languageOn({ encoding: 'shiftjis' }, 'zh')).toBe('en')
  })

  it.each(['8.8.8.8', 'printer.example', '172.32.0.1', '192.168.1.256', '10.1.2', '2001:db8::1'])(
    'is not taken at %s, which is not the own network',
    (host) => {
      expect(SitePrinter.safeParse({ printerId: 'P1', host }).success).toBe(false)
    },
  )

  it.each(['127.0.0.1', '10.0.0.9', '172.16.4.2', '192.168.1.40', '::1', 'fd00::9'])('may stand at %s', (host) => {
    expect(SitePrinter.safeParse({ printerId: 'P1', host }).success).toBe(true)
  })
})
