import { spawn } from 'node:child_process'
import { createInterface } from 'node:readline'
import { afterAll, describe, expect, it } from 'vitest'
import { eventually } from '../support/eventually.ts'
import { testFolder } from '../support/folder.ts'
import { familyOf, megabytesOf } from '../support/processes.ts'
import { asking } from '../support/visiting.ts'

const { path: folder, remove } = await testFolder()
afterAll(remove)

/** Starts the demo on a fast day; resolves with the addresses it prints, once the last of them is there. */
const startDemo = () => {
  const { PATH, HOME } = process.env
  const child = spawn(process.execPath, ['--import', 'tsx', 'simulators/demo.ts', '--speed', '40', '--seed', '7'], {
    env: { PATH, HOME, DATA_DIR: folder, PORT: '0', MQTT_PORT: '0' },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const ended = new Promise<number | null>((resolve) => child.once('exit', resolve))
  const addresses = new Promise<string[]>((resolve, reject) => {
    const found: string[] = []
    ended.then((code) => reject(new Error(`the demo ended with ${code}`)))
    createInterface({ input: child.stdout }).on('line', (line) => {
      const address = /^ {2}(http:\S+)$/.exec(line)?.[1]
      if (address) found.push(address)
      if (address?.endsWith('/api/docs')) resolve(found)
    })
  })
  return { pid: child.pid ?? 0, addresses, ended, stop: () => child.kill('SIGTERM') }
}

describe('the demo', () => {
  it('plays a day on its own: people are served, robots carry, cameras see, and all of it ends on SIGTERM', async () => {
    const demo = startDemo()
    const addresses = await demo.addresses
    const url = new URL(addresses[0] ?? '').origin
    expect(addresses.map((address) => new URL(address).pathname)).toEqual(
      expect.arrayContaining(['/wall', '/queue', '/kiosk', '/window/W1', '/staff', '/manage']),
    )
    const ask = asking(url)
    const hall = async () => (await ask('GET', '/api/hall')).body
    const all = async (kind: string) =>
      (await hall()).records.filter((record: { kind: string }) => record.kind === kind)
    const seen = async (type: string) =>
      (await hall()).readings
        .map(({ reading }: { reading: { type: string } }) => reading)
        .filter((r: { type: string }) => r.type === type)

    await eventually(async () => (await all('figures'))[0].figures.served > 2)
    await eventually(
      async () => (await all('robot')).filter(({ robot }: { robot: { online: boolean } }) => robot.online).length === 3,
    )
    await eventually(async () => (await seen('occupancy')).some(({ people }: { people: number }) => people > 0))
    await eventually(
      async () =>
        (await all('mission')).some(({ mission }: { mission: { state: string } }) => mission.state === 'delivered'),
      90_000,
    )

    const family = familyOf(demo.pid)
    expect(family.length).toBeGreaterThan(5)
    demo.stop()
    expect(await demo.ended).toBe(0)
    expect(family.filter((pid) => megabytesOf(pid) > 0)).toEqual([])
  }, 300_000)
})
