/** Badges for tests: who may come in, in memory unless there is a database, and headers that say who asks. */
import { HallId } from '#contracts/ids.ts'
import type { Clock } from '#server/clock.ts'
import type { Db } from '#server/db/client.ts'
import type { DeviceWish } from '#server/identity/devices.ts'
import { type Identity, openIdentity } from '#server/identity/identity.ts'
import type { PersonRole } from '#server/identity/roles.ts'
import type { Log } from '#server/log.ts'

export const openTestIdentity = (needs: {
  clock: Clock
  log: Log
  hallId?: HallId
  db?: Db | undefined
  dataDir?: string
  trustsLocal?: boolean
}): Promise<Identity> => {
  const { clock, log, hallId = HallId.parse('test-hall'), db, dataDir, trustsLocal = true } = needs
  return openIdentity({ hallId, database: db && { db }, dataDir, clock, log, trustsLocal })
}

/** As a browser on a page of ours asks: it is no program of the box. */
export const BROWSER = { 'sec-fetch-site': 'same-origin' }

let people = 0

/** Headers of a new person who has signed in. */
export const asPerson = async ({ people: known, sessions }: Identity, role: PersonRole) => {
  people += 1
  const person = await known.add({ name: `${role}-${people}`, displayName: `A ${role}`, role })
  const personId = person?.personId ?? ''
  const token = await sessions.begin(personId, undefined)
  return { personId, headers: { ...BROWSER, cookie: `__Host-session=${token}` } }
}

/** Headers of a new paired device. */
export const asDevice = async ({ devices }: Identity, wish: DeviceWish) => {
  const { device, token } = await devices.pair(wish)
  return { device, token, headers: { ...BROWSER, authorization: `Bearer ${token}` } }
}
