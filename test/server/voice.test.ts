import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createVoice } from '#server/voice.ts'
import { testFolder } from '../support/folder.ts'

let folder: Awaited<ReturnType<typeof testFolder>>
beforeAll(async () => {
  folder = await testFolder()
  for (const place of ['own/zh', 'built/voice/zh']) await mkdir(join(folder.path, place), { recursive: true })
  await writeFile(join(folder.path, 'built/voice/zh/1.ogg'), 'one of the hall')
  await writeFile(join(folder.path, 'built/voice/zh/2.ogg'), 'two of the hall')
  await writeFile(join(folder.path, 'built/voice/chime.ogg'), 'chime of the hall')
  await writeFile(join(folder.path, 'own/zh/1.mp3'), 'one of the operator')
  await writeFile(join(folder.path, 'own/secret.ogg'), 'not a clip')
})
afterAll(() => folder.remove())

const ask = async (path: string) => {
  const answer = await createVoice(join(folder.path, 'own'), join(folder.path, 'built')).request(path)
  return { status: answer.status, text: await answer.text(), type: answer.headers.get('content-type') }
}

describe('a clip', () => {
  it('is the operator’s own where there is one', async () => {
    expect(await ask('/voice/zh/1')).toEqual({ status: 200, text: 'one of the operator', type: 'audio/mpeg' })
  })

  it('is the hall’s where the operator has none', async () => {
    expect(await ask('/voice/zh/2')).toMatchObject({ status: 200, text: 'two of the hall' })
    expect(await ask('/voice/chime')).toMatchObject({ status: 200, text: 'chime of the hall' })
  })

  it.each(['/voice/zh/3', '/voice/secret', '/voice/zh/..%2fsecret', '/voice/fr/1', '/voice/'])(
    '%s is not there',
    async (path) => expect((await ask(path)).status).toBe(404),
  )
})
