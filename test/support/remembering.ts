/** A house with a real database of its own, and facts put into it as if a hall had told them. */
import type { HallEvent } from '#contracts/facts.ts'
import { HallId } from '#contracts/ids.ts'
import type { Instant } from '#contracts/time.ts'
import { openDatabase } from '#server/db/client.ts'
import { store } from '#server/history/storing.ts'
import { keptLog } from './log.ts'
import { commandId } from './names.ts'
import { type OpenedHouse, openHouse } from './openHouse.ts'
import { freshDatabase } from './postgres.ts'

export interface RememberingHouse extends OpenedHouse {
  /** Of the house's own hall unless told otherwise. */
  remember(at: Instant, event: HallEvent, hallId?: string): Promise<void>
}

/** Far behind what the hall itself says while the test lasts. */
const FIRST_SEQ = 1_000

export const openRemembering = async (): Promise<RememberingHouse> => {
  const fresh = await freshDatabase()
  const database = await openDatabase({ url: fresh.url, dataDir: '', log: keptLog() })
  const house = await openHouse({ db: database.db })
  let seq = FIRST_SEQ
  return {
    ...house,
    remember: async (at, event, hallId = house.hallId) => {
      seq += 1
      await store(database.db, HallId.parse(hallId), [{ seq, at, by: 'test', cause: commandId(seq), event }])
    },
    close: async () => {
      await house.close()
      await database.close()
      await fresh.drop()
    },
  }
}
