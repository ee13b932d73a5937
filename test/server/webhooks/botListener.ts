/** A bot's end of a webhook on loopback: it keeps what it is told, and answers as the test says. */
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

export interface Heard {
  readonly path: string
  readonly body: unknown
}

export interface Reply {
  readonly status: number
  readonly body?: string
  readonly headers?: Readonly<Record<string, string>>
}

export interface BotListener {
  readonly url: string
  readonly heard: readonly Heard[]
  /** The next requests are answered so, in turn; those after with 200 and `{}`. `'never'` gives no answer at all. */
  answerWith(...replies: readonly (Reply | 'never')[]): void
  close(): Promise<void>
}

export const listenAsBot = async (): Promise<BotListener> => {
  const heard: Heard[] = []
  let replies: (Reply | 'never')[] = []
  const server = createServer((request, response) => {
    const parts: Buffer[] = []
    request.on('data', (part: Buffer) => parts.push(part))
    request.on('end', () => {
      heard.push({ path: request.url ?? '', body: JSON.parse(Buffer.concat(parts).toString()) })
      const reply = replies.shift() ?? { status: 200, body: '{}' }
      if (reply !== 'never') response.writeHead(reply.status, reply.headers).end(reply.body ?? '')
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}/hook?key=K`,
    heard,
    answerWith: (...some) => {
      replies = [...some]
    },
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections()
        server.close(() => resolve())
      }),
  }
}
