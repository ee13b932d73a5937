/** A simulated door, over a real broker: it opens and closes when it is told. */
import { describe, expect, it } from 'vitest'
import { DoorId, HallId } from '#contracts/ids.ts'
import { DoorState } from '#contracts/lifts.ts'
import { startAutomaticDoor } from '#simulators/automaticDoor.ts'
import { useBus } from './bus.ts'

const { closedAfter, device, openEars } = useBus()

const openDoor = async (name: string) => {
  const topic = `hall/h/door/${name}`
  const ears = await openEars(`${topic}/state`)
  const at = device()
  const door = await startAutomaticDoor({ ...at, hallId: HallId.parse('h'), doorId: DoorId.parse(name) })
  closedAfter(door)
  return {
    door,
    heard: ears.heard,
    until: (expected: object) =>
      ears.until(`${topic}/state`, (state) => expect(DoorState.parse(state)).toMatchObject(expected)),
    ask: (request: object) => ears.say(`${topic}/request`, request),
    pass: (seconds: number) => at.clock.advance(seconds * 1000),
  }
}

describe('an automatic door', () => {
  it('opens in two seconds, stays open, and closes when it is told', async () => {
    const { ask, pass, until, heard } = await openDoor('D1')
    await until({ door: 'closed', inService: true })
    await ask({ open: true })
    await until({ door: 'moving' })
    pass(1.9)
    await ask({ open: true })
    await ask({ nonsense: true })
    pass(0.2)
    await until({ door: 'open' })
    pass(600)
    await ask({ open: false })
    await until({ door: 'moving' })
    pass(2.1)
    await until({ door: 'closed' })
    expect(heard.map(({ message }) => message.door)).toEqual(['closed', 'moving', 'open', 'moving', 'closed'])
  })

  it('stands closed while it is broken, and then does as it was told last', async () => {
    const { door, ask, pass, until } = await openDoor('D2')
    await ask({ open: true })
    await until({ door: 'moving' })
    pass(3)
    await until({ door: 'open' })
    door.breakDown()
    await until({ door: 'closed', inService: false })
    pass(10)
    door.repair()
    await until({ door: 'moving', inService: true })
    pass(3)
    await until({ door: 'open', inService: true })
  })

  it('is out of service once it has left', async () => {
    const { door, until } = await openDoor('D3')
    await until({ inService: true })
    await door.close()
    await until({ inService: false })
  })
})
