/** A fresh database for a test, with all tables and nothing in them. */
import { inject } from 'vitest'

export interface FreshDatabase {
  readonly url: string
  /** Also cuts off whoever is still connected. */
  drop(): Promise<void>
}

const ask = async (method: 'POST' | 'DELETE', body: string): Promise<string> => {
  const response = await fetch(inject('databaseDesk'), { method, ...(body && { body }) })
  const text = await response.text()
  if (!response.ok) throw new Error(`the desk for test databases says: ${text}`)
  return text
}

/** Costs about 50 ms, and a second or two for the first in a run. */
export const freshDatabase = async (): Promise<FreshDatabase> => {
  const url = await ask('POST', '')
  return { url, drop: async () => void (await ask('DELETE', url)) }
}
