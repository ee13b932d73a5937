import { describe, expect, it } from 'vitest'
import { ask } from './embedded.ts'
import { freshDatabase } from './postgres.ts'

describe('a fresh database', () => {
  it('has all tables, nothing in them, and belongs to one test', async () => {
    const [one, two] = await Promise.all([freshDatabase(), freshDatabase()])
    await ask(one.url, `insert into facts values ('north', 1, 1, 'clock', 'one', 'ticketCancelled', '{}')`)
    expect(await ask(one.url, 'select seq from facts')).toEqual([{ seq: '1' }])
    expect(await ask(two.url, 'select seq from facts')).toEqual([])
    await one.drop()
    await two.drop()
  })

  it('is gone once it is dropped', async () => {
    const fresh = await freshDatabase()
    await fresh.drop()
    await expect(ask(fresh.url, 'select 1')).rejects.toMatchObject({ code: '3D000' })
  })
})
