import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { cpSync, statSync } from 'node:fs'
import { chmod, chown } from 'node:fs/promises'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { accountFor, reaches } from '#server/db/account.ts'
import { findBinaries } from '#server/db/binaries.ts'
import { type Embedded, openEmbedded } from '#server/db/embedded.ts'
import { ask, serverOf } from '#test/support/embedded.ts'
import { eventually } from '#test/support/eventually.ts'
import { type TestFolder, testFolder } from '#test/support/folder.ts'
import { keptLog } from '#test/support/log.ts'

const asRoot = process.getuid?.() === 0
const NOBODY = { uid: 65_534, gid: 65_534 }
const HOLDER = join(import.meta.dirname, '../../support/databaseHolder.ts')

let folder: TestFolder
let other: TestFolder
let opened: Embedded | undefined

beforeEach(async () => {
  folder = await testFolder()
  other = await testFolder()
})

afterEach(async () => {
  await opened?.stop()
  await folder.remove()
  await other.remove()
})

const open = async (log = keptLog()): Promise<Embedded> => {
  opened = await openEmbedded({ dataDir: folder.path, elsewhere: other.path, fast: true, log })
  return opened
}

/** Another program that holds the database of `folder`, once it does. */
const startHolder = async (account = {}) => {
  const program = spawn(process.execPath, ['--import', 'tsx', HOLDER, folder.path, other.path], {
    ...account,
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const [cluster] = await once(createInterface({ input: program.stdout }), 'line')
  return { program, server: serverOf({ folder: String(cluster) }) }
}

const isGone = (pid: number): boolean => {
  try {
    process.kill(pid, 0)
    return false
  } catch {
    return true
  }
}

const killed = async ({ program, server }: Awaited<ReturnType<typeof startHolder>>): Promise<boolean> => {
  program.kill('SIGKILL')
  return eventually(() => isGone(server))
}

describe('a program with an embedded database that is killed', () => {
  it('takes the database server with it', async () => {
    const holder = await startHolder()
    expect(isGone(holder.server)).toBe(false)
    expect(await killed(holder)).toBe(true)
    expect(await ask((await open()).url, 'select 1 as one')).toEqual([{ one: 1 }])
  })
})

describe.runIf(asRoot)('opening the embedded database as root', () => {
  it('runs it as a user without rights, who owns the files', async () => {
    const { folder: cluster } = await open()
    const { uid } = statSync(cluster)
    expect(uid).not.toBe(0)
    expect(statSync(`/proc/${serverOf({ folder: cluster })}`).uid).toBe(uid)
  })

  it('lives elsewhere when that user cannot enter the data folder, and stays there when later it could', async () => {
    await chmod(folder.path, 0o700)
    const log = keptLog()
    const first = await open(log)
    expect(first.folder.startsWith(other.path)).toBe(true)
    expect(log.lines).toContainEqual(expect.objectContaining({ level: 'warn' }))
    await ask(first.url, 'create table kept as select 1 as one')
    await first.stop()
    await chmod(folder.path, 0o755)
    expect(await ask((await open()).url, 'select one from kept')).toEqual([{ one: 1 }])
  })

  it('never begins an empty one when that user can no longer enter the folder of the old', async () => {
    await (await open()).stop()
    await chmod(folder.path, 0o700)
    await expect(open()).rejects.toThrow('no longer gets into')
  })

  it('goes on as the owner of the files that are there', async () => {
    await chown(folder.path, NOBODY.uid, NOBODY.gid)
    expect(accountFor(folder.path)).toEqual(NOBODY)
  })

  it('says what to do when there is no user to run it as', () => {
    expect(() => accountFor(join(folder.path, 'cluster'), ['no-such-user'])).toThrow(
      /no user named no-such-user exists.*set DATABASE_URL/,
    )
  })

  it('runs programs that its user cannot reach from a copy', async () => {
    const { initdb } = findBinaries({}, folder.path)
    const shut = await testFolder(0o700)
    cpSync(join(initdb, '../../..'), shut.path, { recursive: true, verbatimSymlinks: true })
    const copied = findBinaries(NOBODY, folder.path, shut.path)
    expect(copied.postgres.startsWith(folder.path)).toBe(true)
    expect(reaches(NOBODY, copied.postgres)).toBe(true)
    await shut.remove()
  })
})

describe.runIf(asRoot && reaches(NOBODY, HOLDER.replace(/[^/]*$/, '')))('opening it as an ordinary user', () => {
  it('runs as that user, in a folder nobody else can enter', async () => {
    await chown(folder.path, NOBODY.uid, NOBODY.gid)
    await chmod(folder.path, 0o700)
    const holder = await startHolder(NOBODY)
    expect(statSync(`/proc/${holder.server}`).uid).toBe(NOBODY.uid)
    expect(await killed(holder)).toBe(true)
  })
})
