import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { MINUTE } from '#contracts/durations.ts'
import { type Database, openDatabase } from '#server/db/client.ts'
import type { Identity } from '#server/identity/identity.ts'
import { type HandClock, handClock } from '../../support/clock.ts'
import { NINE } from '../../support/given.ts'
import { asDevice, asPerson, openTestIdentity } from '../../support/identity.ts'
import { keptLog } from '../../support/log.ts'
import { freshDatabase } from '../../support/postgres.ts'

const log = keptLog()
const clock: HandClock = handClock(NINE)
let fresh: Awaited<ReturnType<typeof freshDatabase>>
let database: Database
beforeAll(async () => {
  fresh = await freshDatabase()
  database = await openDatabase({ url: fresh.url, dataDir: '', log })
})
afterAll(async () => {
  await database.close()
  await fresh.drop()
})

const open = () => openTestIdentity({ clock, log, db: database.db })
const restarted = async (before: Identity): Promise<Identity> => {
  await before.close()
  return open()
}

describe('after a restart', () => {
  it('devices, people and sessions are known from the database', async () => {
    const first = await open()
    const { token } = await asDevice(first, { kind: 'window', place: 'W1' })
    const person = await asPerson(first, 'auditor')
    const second = await restarted(first)
    expect(second.devices.badgeOf(token)).toMatchObject({ role: 'window', place: 'W1', by: 'W1' })
    const session = String(/session=(.+)/.exec(person.headers.cookie)?.[1])
    expect(second.sessions.badgeOf(session)).toMatchObject({ role: 'auditor', by: person.personId })
    await second.close()
  })

  it('a code of an authenticator that was used is still used', async () => {
    const first = await open()
    const { personId } = await asPerson(first, 'admin')
    const step = Math.floor(clock.now() / 30_000)
    expect([await first.people.useStep(personId, step), await first.people.useStep(personId, step)]).toEqual([
      true,
      false,
    ])
    const second = await restarted(first)
    expect([await second.people.useStep(personId, step), await second.people.useStep(personId, step + 1)]).toEqual([
      false,
      true,
    ])
    await second.close()
  })

  it('a screen that was approved fetches its token, once, and one that waits asks anew', async () => {
    const first = await open()
    const [wall, queue] = [first.pairings.ask({ kind: 'wall' }), first.pairings.ask({ kind: 'queue' })]
    await first.pairings.approve(wall.code, { kind: 'wall', label: 'Entrance' })
    const second = await restarted(first)
    expect(second.pairings.take(queue.secret)).toEqual({ state: 'unknown' })
    expect(second.pairings.take(wall.secret)).toEqual({ state: 'ready', wish: { kind: 'wall', label: 'Entrance' } })
    expect(second.pairings.take(wall.secret)).toEqual({ state: 'unknown' })
    const late = second.pairings.ask({ kind: 'wall' })
    await second.pairings.approve(late.code, { kind: 'wall' })
    clock.advance(10 * MINUTE)
    const third = await restarted(second)
    expect(third.pairings.take(late.secret)).toEqual({ state: 'unknown' })
    await third.close()
  })
})
