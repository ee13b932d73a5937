/** Where a kiosk keeps things: one record, changed by one tab at a time, on the disk before anybody reads a number. */
import type { Kept } from './kept.ts'

export interface KeptStore {
  /** `deed` gives the record as it is from now on, and whatever it found; resolves once that is on the disk. */
  change<T>(deed: (kept: Kept) => readonly [Kept, T]): Promise<T>
}

export class KeptFault extends Error {
  override readonly name = 'KeptFault'
}

const DATABASE = 'hallkeeper'
const TABLE = 'kiosk'

const isKept = (found: unknown): found is Kept =>
  typeof found === 'object' && found !== null && 'version' in found && found.version === 1

const openDatabase = (): Promise<IDBDatabase> =>
  new Promise((resolve, reject) => {
    const asked = indexedDB.open(DATABASE, 1)
    asked.onupgradeneeded = () => asked.result.createObjectStore(TABLE)
    asked.onsuccess = () => resolve(asked.result)
    asked.onerror = () => reject(new KeptFault('this browser keeps nothing', { cause: asked.error }))
  })

/**
 * In IndexedDB and not in localStorage: its transactions hold for all tabs also on plain http, and a strict one is on
 * the disk when it is done, so that no number comes twice after a power cut.
 */
const inDatabase = (database: IDBDatabase, name: string, fresh: () => Kept): KeptStore => ({
  change: (deed) =>
    new Promise((resolve, reject) => {
      const transaction = database.transaction(TABLE, 'readwrite', { durability: 'strict' })
      const table = transaction.objectStore(TABLE)
      const found = table.get(name)
      found.onsuccess = () => {
        const before = isKept(found.result) ? found.result : fresh()
        const [after, result] = deed(before)
        if (after !== found.result) table.put(after, name)
        transaction.oncomplete = () => resolve(result)
      }
      transaction.onabort = () => reject(new KeptFault('could not keep it', { cause: transaction.error }))
    }),
})

/** Keeps as long as the page lives: a reload leases new numbers, and none comes twice. */
export const keptInMemory = (fresh: () => Kept): KeptStore => {
  let kept = fresh()
  return {
    change: async (deed) => {
      const [after, result] = deed(kept)
      kept = after
      return result
    },
  }
}

const openAny = async (name: string, fresh: () => Kept): Promise<KeptStore> => {
  try {
    return inDatabase(await openDatabase(), name, fresh)
  } catch {
    return keptInMemory(fresh)
  }
}

/** `name` tells the kiosks of one browser apart; a browser that keeps nothing has a kiosk that forgets. */
export const openKeptStore = (name: string, fresh: () => Kept): KeptStore => {
  const opened = openAny(name, fresh)
  return { change: async (deed) => (await opened).change(deed) }
}
