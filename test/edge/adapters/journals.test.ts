import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { openLevelJournal } from '#edge/adapters/levelJournal.ts'
import { memoryJournal } from '#edge/adapters/memoryJournal.ts'
import { JournalFault } from '#edge/ports.ts'
import { behavesLikeAJournal, readAll, someFact } from '../journal.contract.ts'

const folder = mkdtempSync(join(tmpdir(), 'journal-'))
let opened = 0
const fresh = () => join(folder, String(opened++))
afterAll(() => rmSync(folder, { recursive: true }))

describe('the journal in memory', () => behavesLikeAJournal(async () => memoryJournal()))

describe('the journal on disk', () => {
  behavesLikeAJournal(() => openLevelJournal(fresh()))

  it('is there again after a restart', async () => {
    const place = fresh()
    const first = await openLevelJournal(place)
    await first.append([someFact(1)])
    await first.close()
    const second = await openLevelJournal(place)
    expect(await readAll(second)).toEqual([1])
    await second.close()
  })

  it('says that another one holds the folder', async () => {
    const place = fresh()
    const first = await openLevelJournal(place)
    await expect(openLevelJournal(place)).rejects.toThrow(
      `${place} is in use by another hallkeeper: stop that one first`,
    )
    await first.close()
  })

  it('says which folder cannot be written', async () => {
    const file = fresh()
    writeFileSync(file, 'not a folder')
    chmodSync(file, 0o400)
    const failure = openLevelJournal(join(file, 'journal'))
    await expect(failure).rejects.toThrow(JournalFault)
    await expect(failure).rejects.toThrow(/the journal cannot be written in .*set DATA_DIR/)
  })
})
