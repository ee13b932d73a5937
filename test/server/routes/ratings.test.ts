import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Remark } from '#contracts/ratings.ts'
import { ticketId, windowId } from '#test/support/names.ts'
import { openRemembering, type RememberingHouse } from '#test/support/remembering.ts'

/** 23:50 in the hall. */
const LATE = Date.UTC(2026, 10, 20, 15, 50)

let house: RememberingHouse

beforeEach(async () => {
  house = await openRemembering()
})
afterEach(() => house.close())

let visits = 0
const rate = async (at: number, where: string, stars: number, remarks?: Remark[], hallId?: string) => {
  visits += 1
  const who = { windowId: windowId(where), ticketId: ticketId(`A${String(visits).padStart(3, '0')}`) }
  await house.remember(at, { type: 'visitRated', ...who, stars, ...(remarks && { remarks }) }, hallId)
}

const report = (query: string, accept = '*/*') =>
  house.ask('GET', `/api/reports/ratings?${query}`, undefined, { accept })

describe('the report of ratings', () => {
  it('counts by day and window, and says no mean of fewer than five', async () => {
    for (const stars of [5, 5, 4, 4, 2]) await rate(LATE, 'W1', stars, stars === 2 ? ['wait', 'papers'] : undefined)
    await rate(LATE, 'W2', 1, ['wait'])
    await rate(LATE, 'W2', 1, undefined, 'south')
    const answer = await report('from=2026-11-20&to=2026-11-21')
    expect(await answer.json()).toEqual({
      days: [
        {
          day: '2026-11-20',
          rated: 6,
          meanStars: 3.5,
          low: 2,
          remarks: { wait: 2, papers: 1 },
          windows: [
            { windowId: 'W1', rated: 5, meanStars: 4, low: 1 },
            { windowId: 'W2', rated: 1, low: 1 },
          ],
        },
        { day: '2026-11-21', rated: 0, low: 0, remarks: {}, windows: [] },
      ],
    })
    expect((await (await report('from=2026-11-20&to=2026-11-20', 'text/csv')).text()).split('\r\n')).toEqual([
      'day,windowId,rated,meanStars,low,wait,papers,explanation,manners,rules',
      '2026-11-20,,6,3.5,2,2,1,,,',
      '2026-11-20,W1,5,4,1,,,,,',
      '2026-11-20,W2,1,,1,,,,,',
      '',
    ])
  })

  it('knows a visit rated this very moment, and refuses to hear of it twice', async () => {
    await house.ask('POST', '/api/windows/W1/open', {})
    const { ticket } = await (await house.ask('POST', '/api/tickets', { serviceIds: ['social'] })).json()
    for (const deed of ['call-next', 'start', 'finish']) await house.ask('POST', `/api/windows/W1/${deed}`, {})
    const rating = { ticketId: ticket.ticketId, stars: 4 }
    expect((await house.ask('POST', '/api/windows/W1/rate', rating)).status).toBe(200)
    const again = await house.ask('POST', '/api/windows/W1/rate', rating)
    expect([again.status, (await again.json()).code]).toEqual([409, 'nobodyToRate'])
    expect(await (await report('from=2026-11-23&to=2026-11-23')).json()).toMatchObject({ days: [{ rated: 1 }] })
  })

  it('takes no six stars and no words of one’s own', async () => {
    for (const rating of [
      { ticketId: '20261123-A001', stars: 6 },
      { ticketId: '20261123-A001', stars: 1, remarks: ['Mr Wang was rude'] },
    ])
      expect((await house.ask('POST', '/api/windows/W1/rate', rating)).status).toBe(400)
  })
})
