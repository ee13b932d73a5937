/** What tests ask of an embedded PostgreSQL. */
import postgres from 'postgres'
import type { Embedded } from '#server/db/embedded.ts'
import { claimant } from '#server/db/holder.ts'

/** One query on a connection of its own. */
export const ask = async (url: string, query: string) => {
  const client = postgres(url, { max: 1, fetch_types: false, onnotice: () => {} })
  try {
    return [...(await client.unsafe(query))]
  } finally {
    await client.end()
  }
}

/** The process number of the server that has the cluster. */
export const serverOf = ({ folder }: Pick<Embedded, 'folder'>): number => {
  const pid = claimant(folder)
  if (pid === undefined) throw new Error(`no server has ${folder}`)
  return pid
}
