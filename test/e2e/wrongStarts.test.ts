import { writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { testFolder } from '../support/folder.ts'
import { startBox } from '../support/runningBox.ts'

const { path: folder, remove } = await testFolder()
afterAll(remove)

const folderOf = (name: string) => join(folder, name)

/** A port that somebody else listens on. */
const takePort = () =>
  new Promise<{ port: number; free: () => void }>((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address()
      resolve({ port: typeof address === 'object' && address ? address.port : 0, free: () => server.close() })
    })
  })

describe('a box that cannot start says why, in a sentence', () => {
  it.each(['PORT', 'MQTT_PORT'])('when %s is taken', async (name) => {
    const { port, free } = await takePort()
    const starting = startBox(folderOf(name), { [name]: String(port) })
    await expect(starting).rejects.toThrow(
      `port ${port} on 127.0.0.1 is already in use: stop what listens there or set ${name}`,
    )
    free()
  })

  it('when a setting is wrong', async () => {
    await expect(startBox(folderOf('setting'), { PORT: 'high' })).rejects.toThrow(
      'hallkeeper did not start.\nPORT is "high" and should be a whole number from 0 to 65535.',
    )
  })

  it('when the site file is wrong', async () => {
    const file = folderOf('site.json')
    writeFileSync(file, '{"hallId": "h"}')
    await expect(startBox(folderOf('site'), { SITE_FILE: file })).rejects.toThrow(
      /site\.json does not describe a hall:\n {2}names: /,
    )
  })

  it('when the data folder cannot be written', async () => {
    const file = folderOf('not-a-folder')
    writeFileSync(file, '')
    await expect(startBox(join(file, 'data'))).rejects.toThrow(/cannot be written: .*Check SITE_FILE and DATA_DIR/)
  })

  it('when another box works in the same folder, which goes on', async () => {
    const box = await startBox(folderOf('twice'))
    await expect(startBox(folderOf('twice'))).rejects.toThrow(/is in use by another hallkeeper: stop that one first/)
    expect((await fetch(`${box.url}/ready`)).status).toBe(200)
    await box.end('SIGTERM')
  })

  it('when the database cannot be reached, without showing its password', async () => {
    const { port, free } = await takePort()
    free()
    const url = `postgres://hall:very-secret@127.0.0.1:${port}/hall`
    const words = await startBox(folderOf('database'), { DATABASE_URL: url }).then(String, String)
    expect(words).toContain(`no PostgreSQL answers at 127.0.0.1:${port}`)
    expect(words).not.toContain('very-secret')
  })
})
