/** The passwords of a hall's devices: each has its own, and keeps it. */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { SiteFile } from '#contracts/siteChecks.ts'
import { accountsOf, createDeviceDesk, DevicesFault, openPasswords } from '#edge/adapters/deviceAccounts.ts'
import { closed, connectDevice, startTestBroker } from '#test/support/broker.ts'
import { type TestFolder, testFolder } from '#test/support/folder.ts'
import { smallSite } from '#test/support/smallSite.ts'

let folder: TestFolder
let file = ''
beforeEach(async () => {
  folder = await testFolder()
  file = join(folder.path, 'devices.json')
})
afterEach(() => folder.remove())

const names = { zh: '电梯', en: 'Lift' }
const site = SiteFile.parse({
  ...smallSite(),
  lifts: [{ liftId: 'L1', names, floorIds: ['F1', 'F1'] }],
  doors: [{ doorId: 'D1', names, between: ['n0', 'n1'] }],
})

describe('the accounts of a hall', () => {
  it('are the hall itself and each device of the site, by its id, on its own topics', () => {
    const passwords = openPasswords(file, site)
    const accounts = accountsOf(site, passwords)
    expect(accounts.map(({ kind, username }) => [kind, username])).toEqual([
      ['hall', 'hall'],
      ['robot', 'R1'],
      ['camera', 'C1'],
      ['lift', 'L1'],
      ['door', 'D1'],
    ])
    expect(new Set(accounts.map(({ password }) => password)).size).toBe(5)
    expect(accounts.slice(3)).toMatchObject([
      { topicRoot: 'hall/test-hall/lift/L1' },
      { topicRoot: 'hall/test-hall/door/D1' },
    ])
  })

  it('have one for a Frigate where a camera is its', () => {
    const cameras = site.cameras.map((camera) => ({ ...camera, frigateName: 'front' }))
    const withFrigate = { ...site, cameras }
    const accounts = accountsOf(withFrigate, openPasswords(file, withFrigate))
    expect(accounts.find(({ kind }) => kind === 'frigate')).toMatchObject({ username: 'frigate', topicRoot: 'frigate' })
    expect(openPasswords(file, withFrigate).frigate).toBe(openPasswords(file, withFrigate).frigate)
    expect(accountsOf(site, openPasswords(file, site)).map(({ kind }) => kind)).not.toContain('frigate')
  })

  it('keep their passwords, also those of before there were lifts', () => {
    const first = openPasswords(file, smallSite())
    const { lifts: _, doors: __, ...old } = first
    writeFileSync(file, JSON.stringify(old))
    const second = openPasswords(file, site)
    expect(second).toMatchObject(old)
    expect(openPasswords(file, site)).toEqual(second)
    expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual(second)
  })

  it('are not drawn anew over a file that cannot be read', () => {
    writeFileSync(file, '{')
    expect(() => openPasswords(file, site)).toThrow(DevicesFault)
  })
})

describe('renewing what a robot signs in with', () => {
  it('ends its line, refuses the old password and takes the new one, also after a restart', async () => {
    const passwords = openPasswords(file, site)
    const broker = await startTestBroker({
      accounts: accountsOf(site, passwords).filter(({ kind }) => kind !== 'hall'),
    })
    const admit = (accounts: ReturnType<typeof accountsOf>) => broker.admit(accounts, false)
    const desk = createDeviceDesk({ file, site, passwords, admit })
    const robotId = site.robots[0]?.robotId ?? ''
    const old = desk.credentialsOf('robot', robotId) ?? {}
    const client = await connectDevice(broker.url, old)
    const cut = closed(client)
    desk.renew('robot', robotId)
    await cut
    await expect(connectDevice(broker.url, old)).rejects.toMatchObject({ code: 4 })
    const renewed = desk.credentialsOf('robot', robotId)
    expect(openPasswords(file, site).robots[robotId]).toBe(renewed?.password)
    const back = await connectDevice(broker.url, renewed)
    await back.endAsync()
    await broker.close()
  })
})
