/** The site file at the hands of those who describe the hall: written whole, the one before kept beside it. */
import { createHash } from 'node:crypto'
import { copyFile, open, readFile, rename, rm } from 'node:fs/promises'
import type { SiteDesk, SiteText } from '#contracts/siteDesk.ts'
import type { Instant } from '#contracts/time.ts'

const versionOf = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 16)

/** `site.2026-11-23T01-15-44-120Z.json` of `site.json`: sorts by time, and every file system takes it. */
const keptAs = (file: string, at: Instant): string => {
  const time = new Date(at).toISOString().replaceAll(/[:.]/g, '-')
  return file.endsWith('.json') ? `${file.slice(0, -'.json'.length)}.${time}.json` : `${file}.${time}`
}

const writeWhole = async (file: string, text: string): Promise<void> => {
  const beside = `${file}.new`
  try {
    const handle = await open(beside, 'w')
    try {
      await handle.writeFile(text)
      await handle.sync()
    } finally {
      await handle.close()
    }
    await rename(beside, file)
  } catch (fault) {
    await rm(beside, { force: true })
    throw fault
  }
}

export const createSiteDesk = ({ file, now }: { file: string; now: () => Instant }): SiteDesk => {
  const read = async (): Promise<SiteText> => {
    const text = await readFile(file, 'utf8')
    return { text, version: versionOf(text) }
  }
  const write = async (text: string, version: string) => {
    const before = await read()
    if (before.version !== version) return { written: false, version: before.version }
    if (before.text !== text) {
      await copyFile(file, keptAs(file, now()))
      await writeWhole(file, text)
    }
    return { written: true, version: versionOf(text) }
  }
  let last: Promise<unknown> = Promise.resolve()
  return {
    read,
    write: (text, version) => {
      const mine = last.then(() => write(text, version))
      last = mine.catch(() => undefined)
      return mine
    },
  }
}
