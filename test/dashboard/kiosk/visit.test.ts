/** A visit to the kiosk, and what is left of it afterwards: nothing. */
import { describe, expect, it } from 'vitest'
import { Appointment } from '#contracts/appointments.ts'
import type { Counter, Outcome } from '#dashboard/kiosk/counter.ts'
import type { Wish } from '#dashboard/kiosk/steps.ts'
import { Visit } from '#dashboard/kiosk/visit.svelte.ts'
import type { Unprinted } from '#dashboard/parts/unprinted.ts'

const taken = { ticketId: '20261123-A001', number: 'A001', serviceIds: ['social'], lane: 'walkIn' } as const
const given: Outcome = { ok: true, taken }
const refused = (code: string): Outcome => ({ ok: false, problem: { code, title: '', status: 409 } })
const appointment = Appointment.parse({ code: '12345678', serviceIds: ['social'], from: 0, until: 1, state: 'booked' })
interface Beginning {
  answers?: Outcome[]
  unprinted?: Unprinted
  /** A printer stands here, and does so one time after the other. */
  prints?: ('printed' | Unprinted)[]
}
const social: Wish = { serviceIds: ['social'] }

const begin = ({ answers = [], unprinted, prints }: Beginning = {}) => {
  let now = 0
  const said: string[] = []
  const keys: string[] = []
  const answer = async (key: string): Promise<Outcome> => {
    keys.push(key)
    return answers.shift() ?? given
  }
  const counter: Counter = {
    take: answer,
    checkIn: answer,
    find: async (code) =>
      code === appointment.code
        ? { ok: true, body: { appointment } }
        : { ok: false, problem: { code: 'unknownAppointment', title: '', status: 404 } },
    print: async ({ ticketId, situation }) => {
      said.push(['print', ticketId, situation].filter(Boolean).join(' '))
      return prints?.shift() ?? 'printed'
    },
    unprinted: async (ticketId) => void said.push(`unprinted ${ticketId}`),
    confirm: async (ticketId) => void said.push(`confirm ${ticketId}`),
    giveBack: async (ticketId) => void said.push(`giveBack ${ticketId}`),
  }
  const visit = new Visit({ language: 'zh', now: () => now, counter, unprinted, prints: () => prints !== undefined })
  const pass = (seconds: number) => {
    for (let i = 0; i < seconds; i += 1) {
      now += 1000
      visit.tick()
    }
  }
  return { visit, pass, said, keys }
}

describe('a visit', () => {
  it('is wiped after a minute without a touch: language, large type, search, code and reason', () => {
    const { visit, pass } = begin()
    visit.language = 'ko'
    visit.large = true
    visit.query = 'jzz'
    visit.typeCode('1234')
    visit.choose(social)
    visit.chooseReason('elderly')
    pass(60)
    expect(visit.step).toEqual({ name: 'start' })
    expect([visit.language, visit.large, visit.query, visit.code, visit.reason]).toEqual([
      'zh',
      false,
      '',
      '',
      undefined,
    ])
  })

  it('goes on as long as somebody touches it, and warns before it ends', () => {
    const { visit, pass } = begin()
    visit.go({ name: 'services' })
    pass(50)
    expect(visit.secondsLeft).toBe(10)
    visit.touch()
    expect(visit.secondsLeft).toBeUndefined()
    pass(50)
    expect(visit.step.name).toBe('services')
  })

  it('does not end while a number is being asked for', () => {
    const { visit, pass } = begin()
    visit.choose(social)
    visit.asking = true
    pass(120)
    expect(visit.step.name).toBe('confirm')
  })

  it('asks for nobody to go first unless they say so, anew for each service', () => {
    const { visit } = begin()
    visit.choose(social)
    visit.chooseReason('pregnant')
    visit.choose({ serviceIds: ['tax'] })
    expect(visit.reason).toBeUndefined()
  })

  it('asks again under the same key after a failure, and under another for another service', async () => {
    const { visit, keys } = begin({ answers: [refused('unreachable'), refused('unreachable')] })
    visit.choose(social)
    await visit.take(social)
    expect(visit.step).toMatchObject({ name: 'refused', problem: { code: 'unreachable' } })
    await visit.again()
    visit.choose(social)
    await visit.take(social)
    expect(visit.step).toMatchObject({ name: 'number', taken })
    expect(keys[0]).toBe(keys[1])
    expect(keys[2]).not.toBe(keys[1])
  })
})

describe('an appointment', () => {
  it('is found by eight digits, whatever else is typed', async () => {
    const { visit } = begin()
    visit.typeCode('1234 56')
    await visit.find()
    expect(visit.step).toEqual({ name: 'start' })
    visit.typeCode('1234-5678-9')
    await visit.find()
    expect(visit.step).toEqual({ name: 'booked', appointment })
    await visit.checkIn(appointment)
    expect(visit.step).toMatchObject({ name: 'number', taken })
  })

  it('that nobody knows is said beside its digits, until they are changed', async () => {
    const { visit } = begin()
    visit.typeCode('87654321')
    await visit.find()
    expect(visit.codeProblem?.code).toBe('unknownAppointment')
    visit.typeCode('8765432')
    expect(visit.codeProblem).toBeUndefined()
  })
})

describe('a number that is not on paper', () => {
  it('is told to the hall, and kept by whoever says that they have it', async () => {
    const { visit, said } = begin({ unprinted: 'fails' })
    await visit.take(social)
    expect(visit.step).toMatchObject({ name: 'number', unprinted: 'fails' })
    await visit.keepNumber()
    expect(visit.step).toEqual({ name: 'start' })
    expect(said).toEqual(['unprinted 20261123-A001', 'confirm 20261123-A001'])
  })

  it('is given back by whoever does not want it', async () => {
    const { visit, said } = begin({ unprinted: 'none' })
    await visit.take(social)
    await visit.giveBack()
    expect(visit.step).toEqual({ name: 'givenBack', number: 'A001' })
    expect(said.at(-1)).toBe('giveBack 20261123-A001')
  })

  it('is given back when a minute has passed and nobody has said anything', async () => {
    const { visit, pass, said } = begin({ unprinted: 'fails' })
    await visit.take(social)
    pass(59)
    expect(said).toEqual(['unprinted 20261123-A001'])
    pass(1)
    expect(said.at(-1)).toBe('giveBack 20261123-A001')
    expect(visit.step).toEqual({ name: 'start' })
  })

  it('stays with its visitor where nobody expects paper', async () => {
    const { visit, pass, said } = begin()
    await visit.take(social)
    pass(20)
    expect(said).toEqual([])
  })
})

describe('a number of a kiosk with a printer', () => {
  it('is printed by itself, with what was said of the situation', async () => {
    const { visit, said } = begin({ prints: ['printed'] })
    visit.choose({ serviceIds: ['social'], themeId: 'newcomer', answers: [0, 1] })
    await visit.take({ serviceIds: ['social'], themeId: 'newcomer', answers: [0, 1] })
    await expect.poll(() => visit.step).toMatchObject({ name: 'number', paper: 'printed' })
    expect(said).toEqual(['print 20261123-A001 newcomer:0:1', 'confirm 20261123-A001'])
  })

  it('stays on the screen when printing fails, says why, and may be printed once more', async () => {
    const { visit, said } = begin({ prints: ['paperOut', 'printed'] })
    visit.choose(social)
    await visit.take(social)
    await expect.poll(() => visit.step).toMatchObject({ name: 'number', taken, unprinted: 'paperOut' })
    expect(said).toEqual(['print 20261123-A001', 'unprinted 20261123-A001'])
    await visit.print(taken)
    expect(visit.step).toMatchObject({ name: 'number', paper: 'printed' })
    expect(said.at(-1)).toBe('confirm 20261123-A001')
  })

  it('does not come back after the visitor has gone', async () => {
    const { visit } = begin({ prints: ['paperOut'] })
    visit.choose(social)
    await visit.take(social)
    visit.end()
    await expect.poll(() => visit.step).toEqual({ name: 'start' })
  })
})
