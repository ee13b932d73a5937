/** A simulated lift, over a real broker: whom it serves, and where it stands open. */
import { describe, expect, it } from 'vitest'
import { FloorId, HallId, LiftId } from '#contracts/ids.ts'
import { LiftRequest, LiftState } from '#contracts/lifts.ts'
import { advance, ask, breakDown, createCabin, repair, stateOf } from '#simulators/lift/cabin.ts'
import { parseFlags } from '#simulators/lift/flags.ts'
import { type LiftOptions, startLift } from '#simulators/lift.ts'
import { createDice } from '#simulators/random.ts'
import { useBus } from './bus.ts'

const { closedAfter, device, openEars } = useBus()

const floors = ['F1', 'F2', 'F3'].map((floor) => FloorId.parse(floor))
const [F1, F2, F3] = floors
if (!F1 || !F2 || !F3) throw new Error('three floors')

let lifts = 0
/** 8 seconds a floor, 3 for the door. */
const openLift = async (options: Partial<LiftOptions> = {}) => {
  lifts += 1
  const liftId = LiftId.parse(`L${lifts}`)
  const topic = `hall/h/lift/${liftId}`
  const ears = await openEars(`${topic}/state`)
  const at = device()
  const lift = closedAfter(await startLift({ ...at, hallId: HallId.parse('h'), liftId, floors, ...options }))
  const until = (expected: object) =>
    ears.until(`${topic}/state`, (state) => expect(LiftState.parse(state)).toMatchObject(expected))
  return {
    lift,
    until,
    ask: (request: object) => ears.say(`${topic}/request`, request),
    pass: (seconds: number) => at.clock.advance(seconds * 1000),
    /** Lets time pass until it is so, for whatever may still be on its way to it. */
    passUntil: (expected: object) =>
      ears.until(`${topic}/state`, (state) => {
        at.clock.advance(500)
        expect(state).toMatchObject(expected)
      }),
    told: () => ears.heard.map(({ message }) => message),
    /** Whether it was ever told to be so. */
    was: (state: object) => ears.heard.some(({ message }) => expect.objectContaining(state).asymmetricMatch(message)),
    openEars: () => openEars(`${topic}/state`),
    topic,
  }
}

const going = (session: string, from: string, to: string, boarded = false) => ({ session, from, to, boarded })

describe('a lift with a session', () => {
  it('comes, stands open until somebody has boarded, and stands open again where they get off', async () => {
    const { ask, pass, until, passUntil } = await openLift({ startFloor: F3 })
    await until({ floor: 'F3', door: 'closed', session: null, inService: true })
    await ask(going('R1', 'F1', 'F2'))
    await until({ floor: 'F3', session: 'R1' })
    pass(8)
    await until({ floor: 'F2', door: 'closed', session: 'R1' })
    pass(9)
    await until({ floor: 'F1', door: 'moving', session: 'R1' })
    pass(3)
    await until({ floor: 'F1', door: 'open', session: 'R1' })
    pass(600)
    await until({ floor: 'F1', door: 'open', session: 'R1' })
    await ask(going('R1', 'F1', 'F2', true))
    await passUntil({ door: 'moving' })
    pass(14.5)
    await until({ floor: 'F2', door: 'open', session: 'R1' })
    await ask({ session: null })
    await until({ session: null })
    pass(4)
    await until({ floor: 'F2', door: 'closed', session: null })
  })

  it('says nothing new when it is asked the same again', async () => {
    const { ask, pass, until, passUntil, told } = await openLift()
    await ask(going('R1', 'F1', 'F3'))
    await until({ session: 'R1' })
    pass(10)
    await until({ floor: 'F1', door: 'open' })
    for (let times = 0; times < 5; times += 1) await ask(going('R1', 'F1', 'F3'))
    await ask(going('R1', 'F1', 'F3', true))
    await passUntil({ floor: 'F3', door: 'open' })
    const doors = told().map(({ door }) => door)
    expect(doors.filter((door, i) => door !== doors[i - 1])).toEqual([
      'closed',
      'moving',
      'open',
      'moving',
      'closed',
      'moving',
      'open',
    ])
    const texts = told().map((state) => JSON.stringify(state))
    expect(texts.filter((text, i) => text === texts[i - 1])).toEqual([])
  })

  it('keeps it until it is told that it is nobody’s, whoever else asks', async () => {
    const { ask, pass, until, passUntil, was } = await openLift()
    await ask(going('R1', 'F1', 'F3'))
    await until({ session: 'R1' })
    pass(4)
    await until({ floor: 'F1', door: 'open' })
    await ask(going('R2', 'F3', 'F1'))
    await ask(going('R1', 'F1', 'F3', true))
    await passUntil({ floor: 'F3', door: 'open', session: 'R1' })
    expect(was({ session: 'R2' })).toBe(false)
    await ask({ session: null })
    await until({ session: null })
    await ask(going('R2', 'F3', 'F1'))
    await until({ floor: 'F3', session: 'R2' })
  })

  it('does not go to floors it does not have, and does not mind nonsense', async () => {
    const { ask, pass, until } = await openLift()
    await ask(going('R1', 'F1', 'F9'))
    await ask({ session: 7 })
    await ask(going('R2', 'F2', 'F1'))
    await until({ session: 'R2' })
    pass(12)
    await until({ floor: 'F2', door: 'open', session: 'R2' })
  })
})

describe('a lift without a session', () => {
  it('carries people, and takes a session when they are out', async () => {
    const { lift, ask, pass, passUntil, was } = await openLift()
    lift.carryPeople(F2, F3)
    pass(1)
    await ask(going('R1', 'F1', 'F2'))
    await passUntil({ floor: 'F2', door: 'open', session: null })
    await passUntil({ floor: 'F3', door: 'open', session: null })
    expect(was({ session: 'R1' })).toBe(false)
    await passUntil({ floor: 'F1', door: 'open', session: 'R1' })
  })

  it('goes nowhere by itself unless people are asked for', async () => {
    const [still, busy] = [await openLift(), await openLift({ people: { everySeconds: 60, dice: createDice(3) } })]
    for (const { pass } of [still, busy]) pass(3600)
    await still.until({ floor: 'F1', door: 'closed', session: null })
    for (const floor of ['F1', 'F2', 'F3']) await expect.poll(() => busy.was({ floor, door: 'open' })).toBe(true)
    expect(still.was({ door: 'open' })).toBe(false)
  })
})

describe('a lift that breaks down', () => {
  it('stands closed where it is, and goes on with whom it had after the repair', async () => {
    const { lift, ask, pass, until, passUntil } = await openLift()
    await ask(going('R1', 'F1', 'F3'))
    await until({ session: 'R1' })
    pass(4)
    await until({ door: 'open' })
    lift.breakDown()
    await until({ floor: 'F1', door: 'closed', session: 'R1', inService: false })
    pass(60)
    await ask(going('R1', 'F1', 'F3', true))
    lift.repair()
    await until({ floor: 'F1', door: 'closed', session: 'R1', inService: true })
    await passUntil({ floor: 'F3', door: 'open', session: 'R1' })
  })

  it('takes a new session only once it is repaired', () => {
    const cabin = createCabin({ floors })
    breakDown(cabin)
    ask(cabin, LiftRequest.parse(going('R1', 'F2', 'F1')))
    advance(cabin, 60_000)
    expect(stateOf(cabin)).toEqual({ floor: 'F1', door: 'closed', session: null, inService: false })
    repair(cabin)
    expect(stateOf(cabin)).toMatchObject({ session: 'R1', inService: true })
  })

  it('is out of service for whoever comes to the bus when it has left', async () => {
    const { lift, until, openEars, topic } = await openLift()
    await until({ inService: true })
    await lift.close()
    const ears = await openEars()
    await ears.until(`${topic}/state`, (state) => expect(state).toMatchObject({ floor: 'F1', inService: false }))
    expect(ears.heard[0]?.retained).toBe(true)
  })
})

describe('the command line of a lift', () => {
  it('takes its floors from the bottom up, and says what is missing', () => {
    const flags = parseFlags(['--hall', 'h', '--lift', 'L1', '--floors', 'F1,F2', '--floor', 'F2'])
    expect(flags).toMatchObject({ hallId: 'h', liftId: 'L1', floors: ['F1', 'F2'], startFloor: 'F2' })
    expect(() => parseFlags(['--hall', 'h', '--lift', 'L1', '--floors', 'F1'])).toThrow(/--floors.*\n.*--lift L1/s)
  })
})
