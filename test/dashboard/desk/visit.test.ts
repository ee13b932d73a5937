/** What a visit is made of at one window, moving breaks, finding a number, and choosing where to. */
import { describe, expect, it } from 'vitest'
import { HOUR, MINUTE } from '#contracts/durations.ts'
import { ServiceId, WindowId } from '#contracts/ids.ts'
import { Ticket } from '#contracts/tickets.ts'
import { movedBy, nextBreak, QUARTER, withAnother, without } from '#dashboard/desk/breaks.ts'
import { narrowed, serviceOptions, windowOptions } from '#dashboard/desk/choices.ts'
import { ticketIdOf } from '#dashboard/desk/finding.ts'
import { issuingWindowsOf, stepsOf, usualMinutesOf } from '#dashboard/desk/visit.ts'
import { smallSite } from '#test/support/smallSite.ts'

const social = ServiceId.parse('social')
const tax = ServiceId.parse('tax')
const third = ServiceId.parse('third')
const W1 = WindowId.parse('W1')
const ticket = (serviceIds: readonly string[], more: object = {}) =>
  Ticket.parse({
    ticketId: '20261122-A001',
    number: 'A001',
    serviceIds,
    lane: 'walkIn',
    issuedAt: 0,
    calls: 0,
    state: 'waiting',
    ...more,
  })

describe('a visit for several services', () => {
  const stages = (...needs: Parameters<typeof stepsOf>) => stepsOf(...needs).map(({ stage }) => stage)

  it('tells what is done, what is done here as far as the window can, and what comes after', () => {
    const visit = ticket([social, tax, third], { doneIds: [social] })
    expect(stages(visit, [tax])).toEqual(['done', 'here', 'later'])
    expect(stages(visit, [tax, third])).toEqual(['done', 'here', 'here'])
    expect(stages(ticket([social, tax, third]), [social, third])).toEqual(['here', 'later', 'later'])
  })

  it('has its next service done here also where the visitor was sent to a window that does others', () =>
    expect(stages(ticket([social, tax]), [third])).toEqual(['here', 'later']))

  it('usually takes what its services here take', () => {
    const steps = stepsOf(ticket([social, tax, third]), [social, tax])
    expect(usualMinutesOf(steps, smallSite())).toBe(15)
  })

  it('knows the windows that hand out what is next', () => {
    const site = smallSite()
    const services = site.services.map((one) => ({
      ...one,
      issuingWindowIds: one.serviceId === tax ? ['W1', 'W3'].map((id) => WindowId.parse(id)) : [],
    }))
    const issuing = (visit: Ticket) => issuingWindowsOf(visit, { ...site, services }, W1)
    expect(issuing(ticket([social, tax]))).toEqual([])
    expect(issuing(ticket([social, tax], { doneIds: [social] }))).toEqual(['W3'])
  })
})

describe('the breaks of a day', () => {
  const noon = { from: 12 * HOUR, until: 13 * HOUR }
  const tea = { from: 15 * HOUR, until: 15 * HOUR + QUARTER }

  it('are moved one by one', () => {
    expect(movedBy([noon, tea], tea, -QUARTER)).toEqual([noon, { from: tea.from - QUARTER, until: tea.from }])
    expect(without([noon, tea], noon)).toEqual([tea])
  })

  it('are added in the next quarter of an hour that is free', () => {
    expect(withAnother([tea], 9 * HOUR + MINUTE)[0]).toEqual({
      from: 9 * HOUR + QUARTER,
      until: 9 * HOUR + 2 * QUARTER,
    })
    expect(withAnother([noon], 11 * HOUR + 50 * MINUTE)).toEqual([
      noon,
      { from: 13 * HOUR, until: 13 * HOUR + QUARTER },
    ])
  })

  it('are told as long as they are not over', () => {
    expect(nextBreak([noon, tea], 12 * HOUR + MINUTE)).toBe(noon)
    expect(nextBreak([noon, tea], 13 * HOUR)).toBe(tea)
    expect(nextBreak([noon, tea], 16 * HOUR)).toBeUndefined()
  })
})

describe('a number in the hand of a visitor', () => {
  it('is found however it is typed', () => {
    const found = ['A012', 'a12', ' a 012 ', 'Ａ０１２'].map((typed) => ticketIdOf('2026-11-22', typed))
    expect(found).toEqual(found.map(() => '20261122-A012'))
    expect(ticketIdOf('2026-11-22', 'b1234')).toBe('20261122-B1234')
  })

  it('is not guessed at', () =>
    expect(['', '12', 'AB1', 'A12345', 'A'].map((typed) => ticketIdOf('2026-11-22', typed))).toEqual(
      Array.from({ length: 5 }, () => undefined),
    ))
})

describe('choosing where to', () => {
  const choices = { site: smallSite(), language: 'en' as const, detailOf: (id: string) => `about ${id}` }
  const groups = [
    { kind: 'service' as const, name: 'Services', options: serviceOptions([social, tax], choices) },
    {
      kind: 'window' as const,
      name: 'Windows',
      options: windowOptions(['W2', 'W3'], (label) => `No. ${label}`, choices),
    },
  ]
  const fitting = (typed: string) =>
    narrowed(groups, typed).map(({ kind, options }) => [kind, ...options.map(({ label }) => label)])

  it('offers everything before anything is typed', () =>
    expect(fitting('')).toEqual([
      ['service', 'Social card', 'Tax'],
      ['window', 'No. 2', 'No. 3'],
    ]))

  it('keeps what fits, and leaves out groups in which nothing does', () => {
    expect(fitting('soc')).toEqual([['service', 'Social card']])
    expect(fitting('3')).toEqual([['window', 'No. 3']])
    expect(fitting('nothing')).toEqual([])
  })
})
