import { describe, expect, it } from 'vitest'
import type { AlertSource } from '#contracts/alerts.ts'
import type { Command } from '#contracts/commands.ts'
import { HOUR, MINUTE } from '#contracts/durations.ts'
import type { HallEvent } from '#contracts/facts.ts'
import { CameraId, ZoneId } from '#contracts/ids.ts'
import { given, hallAfter, NINE } from '#test/support/given.ts'
import { alertId } from '#test/support/names.ts'

const zoneId = ZoneId.parse('Z1')
const cameraId = CameraId.parse('C1')
const L1 = alertId('L0001')
const L2 = alertId('L0002')
const since = NINE - MINUTE

interface Case {
  what: string
  kind: string
  source: AlertSource
  told: (since: number) => Command
  over: Command
}

const cases: Case[] = [
  {
    what: 'a zone that is too full',
    kind: 'crowding',
    source: { by: 'zone', zoneId, people: 61 },
    told: (from) => ({ type: 'reportCrowding', zoneId, people: 61, since: from }),
    over: { type: 'reportCrowding', zoneId, since: NINE },
  },
  {
    what: 'a camera that does not see',
    kind: 'camera',
    source: { by: 'sight', cameraId, problem: 'covered' },
    told: (from) => ({ type: 'reportCamera', cameraId, problem: 'covered', since: from }),
    over: { type: 'reportCamera', cameraId, since: NINE },
  },
]

describe.each(cases)('$what', ({ kind, source, told, over }) => {
  const place = source.by === 'zone' ? { zoneId } : {}
  const found: HallEvent = { type: 'helpAsked', alertId: L1, source, since, ...place }
  const dismissed: HallEvent = { type: 'alertEnded', alertId: L1, how: 'dismissed' }
  const ended: HallEvent = { type: 'alertEnded', alertId: L1, how: 'over' }

  it('calls somebody, in its own kind', () => {
    given().when(told(since)).yields(found)
    expect(hallAfter(found).alerts.get(L1)).toMatchObject({ kind, source, since, state: 'open' })
  })

  it('calls once, however often it is told', () => given(found).when(told(since)).yields())

  it('is over when it is over', () => {
    given(found).when(over).yields(ended)
    given(found, { type: 'alertAccepted', alertId: L1 }).when(over).yields(ended)
    given(found, ended).when(over).yields()
    given().when(over).yields()
  })

  it('calls nobody again for what somebody has seen to', () => given(found, dismissed).when(told(since)).yields())

  it('calls again when it begins anew', () =>
    given(found, dismissed)
      .when(told(NINE + MINUTE), NINE + 2 * MINUTE)
      .yields({ ...found, alertId: L2, since: NINE + MINUTE }))

  it('ends with the day, and calls again on the next when it lasts', () => {
    given(found)
      .when(told(since), NINE + 24 * HOUR)
      .yields(
        ended,
        expect.objectContaining({ type: 'dayBegan', day: '2026-11-24' }),
        expect.objectContaining({ type: 'helpAsked', alertId: L2, source }),
      )
  })
})

describe('two of them', () => {
  it('do not stand for each other', () => {
    const hidden: HallEvent = {
      type: 'helpAsked',
      alertId: L1,
      source: { by: 'sight', cameraId, problem: 'covered' },
      since,
    }
    given(hidden).when({ type: 'reportCrowding', zoneId, people: 61, since }).yieldsOne('helpAsked')
    given(hidden)
      .when({ type: 'reportCamera', cameraId: CameraId.parse('C2'), problem: 'covered', since })
      .yieldsOne('helpAsked')
    given(hidden).when({ type: 'reportCrowding', zoneId, since: NINE }).yields()
  })
})
