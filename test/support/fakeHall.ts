/** A hall that only speaks: the built pages, and a live line that says what it is told to say. */
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { serve } from '@hono/node-server'
import { Hono } from 'hono'
import { type WebSocket, WebSocketServer } from 'ws'
import type { LiveMessage } from '#contracts/live.ts'
import { screens } from '#dashboard/screens.ts'
import { createPages } from '#server/pages.ts'

const PAGES = join(import.meta.dirname, '../../dist/dashboard')

export interface FakeHall {
  url: string
  screens(): number
  /** Each line that was ever opened counts. */
  dialled(): number
  /** To every screen. */
  say(frame: LiveMessage | string): void
  close(): Promise<void>
}

export interface FakeHallParts {
  /** What a screen is welcomed with. */
  snapshot: () => LiveMessage
  /** What it is advised, as `/api/advice` answers. */
  advice?: () => object
  pagesDir?: string
}

export const openFakeHall = async ({ snapshot, advice, pagesDir = PAGES }: FakeHallParts): Promise<FakeHall> => {
  const app = new Hono()
  app.get('/api/session', (c) => c.json({ badges: [], pages: screens.map(({ segment }) => segment) }))
  app.get('/api/advice', (c) => c.json(advice?.() ?? { at: snapshot().at, advice: [], horizonMinutes: 60, seconds: 1 }))
  app.route('/', createPages(pagesDir))
  const server = serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' })
  const lines = new WebSocketServer({ noServer: true })
  let dialled = 0
  server.on('upgrade', (request, socket, head) =>
    lines.handleUpgrade(request, socket, head, (line: WebSocket) => {
      dialled += 1
      line.send(JSON.stringify(snapshot()))
    }),
  )
  await new Promise<void>((resolve) => server.once('listening', () => resolve()))
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}`,
    screens: () => lines.clients.size,
    dialled: () => dialled,
    say: (frame) => {
      const text = typeof frame === 'string' ? frame : JSON.stringify(frame)
      for (const line of lines.clients) line.send(text)
    },
    close: () =>
      new Promise((resolve) => {
        for (const line of lines.clients) line.terminate()
        server.close(() => resolve())
        if ('closeAllConnections' in server) server.closeAllConnections()
      }),
  }
}
