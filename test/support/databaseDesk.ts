/** One PostgreSQL for the whole test run, started when the first test asks; hands out fresh databases over HTTP. */
import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import postgres from 'postgres'
import type { TestProject } from 'vitest/node'
import { openDatabase } from '#server/db/client.ts'
import { openEmbedded } from '#server/db/embedded.ts'
import { keptLog } from '#test/support/log.ts'

declare module 'vitest' {
  export interface ProvidedContext {
    databaseDesk: string
  }
}

const TEMPLATE = 'hallkeeper_template'

const openShelf = async () => {
  const dataDir = await mkdtemp(join(tmpdir(), 'hallkeeper-test-'))
  await chmod(dataDir, 0o755)
  const embedded = await openEmbedded({ dataDir, fast: true })
  const admin = postgres(embedded.url, { max: 1, onnotice: () => {} })
  const named = (name: string) => Object.assign(new URL(embedded.url), { pathname: `/${name}` }).href
  await admin.unsafe(`create database ${TEMPLATE}`)
  const template = await openDatabase({ url: named(TEMPLATE), dataDir, log: keptLog() })
  await template.close()
  let made = 0
  return {
    lend: async () => {
      made += 1
      const name = `test_${made}`
      await admin.unsafe(`create database ${name} template ${TEMPLATE}`)
      return named(name)
    },
    takeBack: (url: string) => admin.unsafe(`drop database if exists "${new URL(url).pathname.slice(1)}" with (force)`),
    close: async () => {
      await admin.end()
      await embedded.stop()
      await rm(dataDir, { recursive: true, force: true })
    },
  }
}

/** Vitest's global set-up; its answer is the clearing-up. */
export const setup = async (project: TestProject): Promise<() => Promise<void>> => {
  let opening: ReturnType<typeof openShelf> | undefined
  const answer = async (method: string | undefined, body: string): Promise<string> => {
    opening ??= openShelf()
    const shelf = await opening
    if (method === 'POST') return shelf.lend()
    await shelf.takeBack(body)
    return ''
  }
  const desk = createServer(async (request, response) => {
    const body = (await request.setEncoding('utf8').toArray()).join('')
    await answer(request.method, body).then(
      (text) => response.end(text),
      (fault) => response.writeHead(500).end(String(fault)),
    )
  })
  await new Promise<void>((resolve) => desk.listen(0, '127.0.0.1', resolve))
  const address = desk.address()
  if (typeof address === 'object' && address) project.provide('databaseDesk', `http://127.0.0.1:${address.port}`)
  return async () => {
    desk.closeAllConnections()
    desk.close()
    await (await opening)?.close()
  }
}
