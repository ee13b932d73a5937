import { existsSync, statSync } from 'node:fs'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { type Embedded, type EmbeddedNeeds, openEmbedded } from '#server/db/embedded.ts'
import { DatabaseFault } from '#server/faults.ts'
import { ask, serverOf } from '#test/support/embedded.ts'
import { eventually } from '#test/support/eventually.ts'
import { type TestFolder, testFolder } from '#test/support/folder.ts'
import { keptLog } from '#test/support/log.ts'

let folder: TestFolder
let opened: Embedded[] = []

beforeAll(async () => {
  folder = await testFolder()
})

afterEach(async () => {
  for (const each of opened) await each.stop()
  opened = []
})

afterAll(() => folder.remove())

const open = async (needs: Partial<EmbeddedNeeds> = {}): Promise<Embedded> => {
  const embedded = await openEmbedded({ dataDir: folder.path, fast: true, ...needs })
  opened.push(embedded)
  return embedded
}

const claimOf = ({ folder: cluster }: Embedded) => join(cluster, 'postmaster.pid')

/** Who holds the folder; the last line of a claim tells how far the server has come, and may still change. */
const ownerIn = (claim: string): string[] => claim.split('\n').slice(0, 7)

describe('opening the embedded database', () => {
  it('makes its files whole, also when making them was broken off before', async () => {
    const left = join(folder.path, 'postgres/cluster.new')
    await mkdir(left, { recursive: true })
    await writeFile(join(left, 'PG_VERSION'), '18\n')
    const { url } = await open()
    expect(existsSync(left)).toBe(false)
    expect(await ask(url, 'select 1 as one')).toEqual([{ one: 1 }])
  })

  it('keeps what was written before it was stopped', async () => {
    const first = await open()
    await ask(first.url, `create table kept as select 'A042' as number`)
    await first.stop()
    const second = await open()
    expect(await ask(second.url, 'select number from kept')).toEqual([{ number: 'A042' }])
  })

  it('lets in only those on this machine who know its password', async () => {
    const { url, folder: cluster } = await open()
    expect(new URL(url).hostname).toBe('127.0.0.1')
    expect(await ask(url, 'show listen_addresses')).toEqual([{ listen_addresses: '127.0.0.1' }])
    expect(await ask(url, 'show unix_socket_directories')).toEqual([{ unix_socket_directories: '' }])
    expect(statSync(join(cluster, 'hallkeeper.secret')).mode & 0o777).toBe(0o600)
    const guess = Object.assign(new URL(url), { password: 'password' }).href
    await expect(ask(guess, 'select 1')).rejects.toMatchObject({ code: '28P01' })
  })

  it('writes through to the disk unless told to be fast', async () => {
    const { url } = await open({ fast: false })
    for (const setting of ['fsync', 'synchronous_commit', 'full_page_writes', 'data_checksums'])
      expect(await ask(url, `show ${setting}`)).toEqual([{ [setting]: 'on' }])
  })

  it('is refused while another holds the folder, and leaves it in peace', async () => {
    const holder = await open()
    const claim = await readFile(claimOf(holder), 'utf8')
    const second = open({ patience: 100 })
    await expect(second).rejects.toThrow(DatabaseFault)
    await expect(second).rejects.toThrow(`in use by process ${serverOf(holder)}: stop that hallkeeper first`)
    expect(ownerIn(await readFile(claimOf(holder), 'utf8'))).toEqual(ownerIn(claim))
    expect(await ask(holder.url, 'select 1 as one')).toEqual([{ one: 1 }])
  })

  it('waits for a server of before that is still going down', async () => {
    const first = await open()
    const stopped = first.stop()
    const second = await open()
    await stopped
    expect(await ask(second.url, 'select 1 as one')).toEqual([{ one: 1 }])
  })

  it('takes no notice of a claim whose process number belongs to another program now', async () => {
    const first = await open()
    const claim = await readFile(claimOf(first), 'utf8')
    await first.stop()
    await writeFile(claimOf(first), claim.replace(/^\d+/, `${process.pid}`), { mode: 0o600 })
    const second = await open({ patience: 1_000 })
    expect(await ask(second.url, 'select 1 as one')).toEqual([{ one: 1 }])
  })
})

describe('a database server that dies', () => {
  it('is started again at the same address with all it had', async () => {
    const log = keptLog()
    const embedded = await open({ fast: false, log })
    await ask(embedded.url, `create table survived as select 'A043' as number`)
    process.kill(serverOf(embedded), 'SIGKILL')
    const rows = await eventually(() => ask(embedded.url, 'select number from survived').catch(() => undefined))
    expect(rows).toEqual([{ number: 'A043' }])
    expect(log.lines.map(({ words }) => words)).toContain('PostgreSQL has ended unasked and is started again')
  })

  it('stays down once it is asked to stop, also while it is being started again', async () => {
    const embedded = await open()
    process.kill(serverOf(embedded), 'SIGKILL')
    await embedded.stop()
    const refused = () =>
      ask(embedded.url, 'select 1').then(
        () => false,
        ({ code }) => code === 'ECONNREFUSED',
      )
    expect(await eventually(refused)).toBe(true)
  })
})
