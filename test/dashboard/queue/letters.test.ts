import { describe, expect, it } from 'vitest'
import { Line } from '#contracts/live.ts'
import { lettersOf } from '#dashboard/queue/letters.ts'
import { smallSite } from '#test/support/smallSite.ts'

const line = (serviceId: string, waiting: number, p50Minutes?: number, p80Minutes?: number) =>
  Line.parse({
    serviceId,
    waiting,
    overdue: 0,
    openWindows: 1,
    ...(p50Minutes === undefined ? {} : { estimate: { p50Minutes, p80Minutes, ahead: waiting } }),
  })

describe('the lines by letter', () => {
  const { services } = smallSite()

  it('add up who waits, and span the times of all services of the letter', () => {
    const shared = services.map((service) => ({ ...service, letter: 'A' }))
    const [a] = lettersOf(shared, [line('social', 3, 10, 18), line('tax', 2, 4, 9)])
    expect(a).toMatchObject({ letter: 'A', waiting: 5, range: { p50: 4, p80: 18 } })
  })

  it('are named by the department only when it is one', () => {
    const shared = services.map((service) => ({ ...service, letter: 'A' }))
    expect(lettersOf(shared, [])[0]?.names.en).toBe('Social card')
    expect(lettersOf(services, []).map(({ names }) => names.en)).toEqual(['Labour', 'Tax office'])
  })

  it('have no range while no open window serves them', () => {
    expect(lettersOf(services, [line('social', 3)])[0]).toEqual({
      letter: 'A',
      names: { zh: 'Labour', en: 'Labour' },
      waiting: 3,
    })
  })
})
