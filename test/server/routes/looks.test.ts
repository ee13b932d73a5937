import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { MINUTE } from '#contracts/durations.ts'
import { NINE } from '#test/support/given.ts'
import { asDevice, BROWSER } from '#test/support/identity.ts'
import { JPEG, lookAt, openViewing, type Viewing } from './viewing.ts'

let hall: Viewing

beforeEach(async () => {
  hall = await openViewing()
  hall.show(lookAt(NINE))
})

afterEach(() => hall.close())

const PATH = '/api/cameras/C1/look'
const asked = { reason: 'Drawing the seats anew' }
const grants = async () =>
  (await hall.facts()).flatMap(({ by, event }) =>
    event.type === 'cameraLookGranted' ? { by, reason: event.reason } : [],
  )

describe('asking to look through a camera', () => {
  it('is for managers: not for somebody unknown, another device or a program of the box', async () => {
    const wall = await asDevice(hall.identity, { kind: 'wall' })
    expect(await hall.told('POST', PATH, asked, BROWSER)).toMatchObject({ status: 401, code: 'signInNeeded' })
    for (const headers of [{}, wall.headers])
      expect(await hall.told('POST', PATH, asked, headers)).toMatchObject({ status: 403, code: 'notAllowed' })
    expect(hall.looked).toEqual([])
  })

  it('is granted for a minute, under a name that nobody guesses', async () => {
    const answer = await hall.asManager('POST', PATH, asked)
    expect(answer).toEqual({ status: 201, lookId: expect.stringMatching(/^[0-9a-f]{32}$/), until: NINE + MINUTE })
    expect(await hall.lookId()).not.toBe(answer.lookId)
  })

  it('is granted once for one intention', async () => {
    const headers = { 'idempotency-key': 'once' }
    const answer = await hall.asManager('POST', PATH, asked, headers)
    expect(await hall.asManager('POST', PATH, asked, headers)).toEqual(answer)
  })

  it('needs a reason, and a camera that is there', async () => {
    expect(await hall.asManager('POST', PATH, { reason: ' ? ' })).toMatchObject({
      status: 400,
      flaws: [{ path: 'reason' }],
    })
    expect(await hall.asManager('POST', '/api/cameras/C9/look', asked)).toMatchObject({
      status: 404,
      code: 'unknownCamera',
    })
  })

  it('waits until the record says who looks, what for and on what ground', async () => {
    const setUp = (privacy: object) =>
      hall.asManager('PUT', '/api/cameras/C1/setup', { setup: { width: 640, height: 480, privacy } })
    await setUp({ operator: 'Test hall' })
    expect(await hall.asManager('POST', PATH, asked)).toMatchObject({
      status: 409,
      code: 'recordLacks',
      title: expect.stringMatching(/lacks purpose, legalBasis; save that first/),
    })
    expect(await grants()).toEqual([])
    await setUp({ operator: 'Test hall', purpose: 'Help', legalBasis: 'Test' })
    expect(await hall.asManager('POST', PATH, asked)).toMatchObject({ status: 201 })
  })

  it('is not written down where nothing looks', async () => {
    await hall.close()
    hall = await openViewing({ blind: true })
    expect(await hall.asManager('POST', PATH, asked)).toMatchObject({ status: 503, code: 'nothingLooks' })
    expect(await grants()).toEqual([])
  })
})

describe('a look', () => {
  it('shows a new frame each time, and asks caches not to keep it', async () => {
    const path = `${PATH}/${await hall.lookId()}`
    const answer = await hall.ask('GET', path, undefined, await hall.managerHeaders())
    expect(answer.headers.get('cache-control')).toBe('no-store')
    expect(await answer.json()).toEqual({
      ...lookAt(NINE),
      jpeg: `data:image/jpeg;base64,${Buffer.from(JPEG).toString('base64')}`,
      until: NINE + MINUTE,
    })
    hall.show(lookAt(NINE + 1_000))
    expect(await hall.asManager('GET', path)).toMatchObject({ status: 200, at: NINE + 1_000 })
    expect(hall.looked).toEqual(['C1', 'C1'])
  })

  it('gives the same frame to all who wait for the next', async () => {
    const path = `${PATH}/${await hall.lookId()}`
    const answers = await Promise.all([1, 2, 3, 4].map(() => hall.asManager('GET', path)))
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200])
    expect(hall.looked).toEqual(['C1'])
  })

  it('is over after its minute', async () => {
    const path = `${PATH}/${await hall.lookId()}`
    hall.clock.advance(MINUTE)
    expect(await hall.asManager('GET', path)).toMatchObject({ status: 200 })
    hall.clock.advance(1)
    expect(await hall.asManager('GET', path)).toMatchObject({ status: 410, code: 'lookOver' })
    expect(hall.looked).toEqual(['C1'])
  })

  it('opens neither another camera nor by another name', async () => {
    const lookId = await hall.lookId()
    for (const path of [`/api/cameras/C2/look/${lookId}`, `${PATH}/${lookId.replace(/^./, 'g')}`])
      expect(await hall.asManager('GET', path)).toMatchObject({ status: 404, code: 'unknownLook' })
    expect(hall.looked).toEqual([])
  })

  it('says so when no frame comes', async () => {
    hall.show(undefined)
    expect(await hall.asManager('GET', `${PATH}/${await hall.lookId()}`)).toMatchObject({
      status: 404,
      code: 'noFrame',
      title: expect.stringMatching(/No picture comes from C1/),
    })
  })

  it('is written down with its reason, and by whom', async () => {
    await hall.lookId('It is dark in the corner')
    expect(await grants()).toEqual([{ by: 'S1', reason: 'It is dark in the corner' }])
  })
})
