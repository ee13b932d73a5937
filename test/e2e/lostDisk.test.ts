import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { eventually } from '../support/eventually.ts'
import { testFolder } from '../support/folder.ts'
import { startBox } from '../support/runningBox.ts'
import { asking } from '../support/visiting.ts'

const { path: folder, remove } = await testFolder()
afterAll(remove)

const social = { serviceIds: ['social-card'] }

describe('a box that has lost its journal', () => {
  it('gets its facts back from the database, and goes on counting', async () => {
    const box = await startBox(folder)
    const ask = asking(box.url)
    const issued = await Promise.all([1, 2, 3].map((n) => ask('POST', '/api/tickets', social, `lost-${n}`)))
    await eventually(async () => (await ask('GET', '/health')).body.recorderLag === 0)
    await box.end('SIGTERM')
    rmSync(join(folder, 'journal'), { recursive: true })

    const again = await startBox(folder)
    const askAgain = asking(again.url)
    for (const { body } of issued)
      expect((await askAgain('GET', `/api/tickets/${body.ticket.ticketId}`)).body.ticket).toEqual(body.ticket)
    expect((await askAgain('POST', '/api/tickets', social, 'lost-1')).body.ticket.number).toBe('B001')
    expect((await askAgain('POST', '/api/tickets', social, 'new')).body.ticket.number).toBe('B004')
    await again.end('SIGTERM')
  })
})
