/** From a clerk's press to fifty screens: the whole box in its own process, real HTTP and WebSocket. */
import { WebSocket } from 'ws'
import type { LiveMessage } from '#contracts/live.ts'
import { testFolder } from '../support/folder.ts'
import { type RunningBox, startBox } from '../support/runningBox.ts'
import { type Figure, median, quantile } from './measure.ts'

const SCREENS = 50
const PRESSES = 200

interface Screen {
  /** Resolves with the time at which the ticket was seen as called. */
  seen(number: string): Promise<number>
  close(): void
}

const openScreen = (url: string): Promise<Screen> =>
  new Promise((resolve, reject) => {
    const socket = new WebSocket(`${url.replace('http', 'ws')}/api/live`)
    const awaited = new Map<string, (at: number) => void>()
    const screen: Screen = {
      seen: (number) => new Promise((tell) => awaited.set(number, tell)),
      close: () => socket.terminate(),
    }
    socket.on('error', reject)
    socket.on('message', (text) => {
      const at = performance.now()
      const message: LiveMessage = JSON.parse(String(text))
      if (message.type === 'snapshot') resolve(screen)
      if (message.type !== 'change') return
      for (const record of message.put) if (record.kind === 'call') awaited.get(record.call.number)?.(at)
    })
  })

const post = async (url: string, path: string, body: object = {}) => {
  const response = await fetch(`${url}${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })
  if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`)
  const answer: { ticket: { number: string } } = await response.json()
  return answer.ticket
}

/** One visitor, from number to end; the time from the clerk's press to each screen, in milliseconds. */
const onePress = async ({ url }: RunningBox, screens: readonly Screen[]): Promise<number[]> => {
  const { number } = await post(url, '/api/tickets', { serviceIds: ['social-card'] })
  const everywhere = Promise.all(screens.map((screen) => screen.seen(number)))
  const pressed = performance.now()
  await post(url, '/api/windows/W1/call-next')
  const seen = await everywhere
  await post(url, '/api/windows/W1/start')
  await post(url, '/api/windows/W1/finish')
  return seen.map((at) => at - pressed)
}

export const benchLive = async (): Promise<Figure[]> => {
  const { path: folder, remove } = await testFolder()
  const box = await startBox(folder, { LOG_LEVEL: 'info' })
  const screens = await Promise.all(Array.from({ length: SCREENS }, () => openScreen(box.url)))
  await post(box.url, '/api/windows/W1/open')
  for (let warming = 0; warming < 20; warming++) await onePress(box, screens)
  const delays: number[] = []
  for (let press = 0; press < PRESSES; press++) delays.push(...(await onePress(box, screens)))
  for (const screen of screens) screen.close()
  await box.end('SIGTERM')
  await remove()
  const note = `${PRESSES} presses, ${SCREENS} screens each`
  return [
    { name: 'live.pressToScreenP99Ms', value: quantile(delays, 0.99), note: `${note}; bar 100` },
    { name: 'live.pressToScreenP50Ms', value: median(delays), note },
  ]
}
