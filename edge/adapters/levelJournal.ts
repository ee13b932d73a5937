/** The journal on the box's own disk: one record a fact, one synced batch a group. */
import { mkdirSync } from 'node:fs'
import { Level } from 'level'
import { Fact } from '#contracts/facts.ts'
import { type Journal, JournalFault } from '../ports.ts'

/** Zero-padded, so that the order of keys is the order of facts. */
const keyOf = (seq: number): string => String(seq).padStart(16, '0')

const openFailure = (folder: string, error: unknown): JournalFault => {
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error
  const code = cause instanceof Error && 'code' in cause ? cause.code : undefined
  if (code === 'LEVEL_LOCKED')
    return new JournalFault(`${folder} is in use by another hallkeeper: stop that one first`, { cause })
  return new JournalFault(
    `the journal cannot be written in ${folder}: ${reason(cause)}. Make the folder writable or set DATA_DIR`,
    { cause },
  )
}

const reason = (cause: unknown): string => (cause instanceof Error ? cause.message : String(cause))

/** Throws `JournalFault` when the folder cannot be written or another process holds it. */
export const openLevelJournal = async (folder: string): Promise<Journal> => {
  const db = new Level<string, string>(folder, { valueEncoding: 'utf8' })
  try {
    mkdirSync(folder, { recursive: true })
    await db.open()
  } catch (error) {
    throw openFailure(folder, error)
  }
  return {
    async *read(seq) {
      for await (const text of db.values({ gte: keyOf(seq) })) yield Fact.parse(JSON.parse(text))
    },
    append: async (facts) => {
      const puts = facts.map((fact) => ({ type: 'put' as const, key: keyOf(fact.seq), value: JSON.stringify(fact) }))
      try {
        await db.batch(puts, { sync: true })
      } catch (cause) {
        throw new JournalFault(`${facts.length} facts could not be written: ${reason(cause)}`, { cause })
      }
    },
    forget: (seq) => db.clear({ lt: keyOf(seq) }),
    close: () => db.close(),
  }
}
