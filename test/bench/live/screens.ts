/** A program: many screens on the live line, in a process of their own. Tells when each of them saw each call. */
import { WebSocket } from 'ws'
import { steadyNow } from './steady.ts'

/** What it is told, one after the other. */
export type ToScreens = { open: number; url: string } | { seen: true }

const CALLED = /"kind":"call","id":"[^"]*","call":\{[^}]*?"number":"([^"]+)"[^}]*?"calls":1[,}]/g

/** When the frame with each number's first call came to each screen. */
const seen = new Map<string, number[]>()

const openOne = (url: string): Promise<void> =>
  new Promise((resolve, reject) => {
    const socket = new WebSocket(`${url.replace('http', 'ws')}/api/live`)
    /** A call is told again when its announcement is: only the first counts. */
    const known = new Set<string>()
    socket.on('error', reject)
    socket.on('message', (frame) => {
      const at = steadyNow()
      const text = String(frame)
      if (text.startsWith('{"type":"snapshot"')) return resolve()
      if (!text.includes('"kind":"call"')) return
      for (const [, number = ''] of text.matchAll(CALLED)) {
        if (known.has(number)) continue
        known.add(number)
        const times = seen.get(number)
        if (times) times.push(at)
        else seen.set(number, [at])
      }
    })
  })

process.on('message', async (asked: ToScreens) => {
  if ('seen' in asked) return process.send?.([...seen])
  await Promise.all(Array.from({ length: asked.open }, () => openOne(asked.url)))
  process.send?.('open')
})
