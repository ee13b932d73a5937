/** People who are called for robots, and for the visitors of robots. */
import { describe, expect, it } from 'vitest'
import { HOUR, MINUTE } from '#contracts/durations.ts'
import type { AlertId } from '#contracts/ids.ts'
import { issue, tick } from '#test/support/asking.ts'
import type { Story } from '#test/support/story.ts'
import { bring, heardAt, isSilent, M1, R1, R2, says, twoFloors } from '../fleet/floors.ts'
import { along, sent, waits } from '../fleet/ordered.ts'

const alertsOf = ({ hall }: Story) => [...hall.alerts.values()]
/** What is known of robots, and how it stands. */
const problemsOf = (story: Story) =>
  alertsOf(story).map(({ source, state }) => `${'problem' in source ? source.problem : source.by} ${state}`)
const last = (story: Story): AlertId => {
  const alert = alertsOf(story).at(-1)
  if (alert === undefined) throw new Error('an alert')
  return alert.alertId
}
const carrying = (story: Story): Story => {
  story.happens({ type: 'missionUnderway', missionId: M1 })
  return story
}
const loading = () => {
  const story = heardAt(twoFloors({ robots: [{ profile: 'tray' }] }), 'a1')
  story.does(bring('a1', 'a5'))
  for (const command of [tick, tick]) story.does(command)
  return story
}

/** Each trouble: a hall just before it is one, how long until it is, and what ends it. */
const troubles: [string, () => Story, number, (story: Story) => void][] = [
  [
    'faulty',
    () => {
      const story = heardAt(twoFloors(), 'd1')
      story.does(says(R1, { faults: ['laser'] }))
      return story
    },
    0,
    (story) => story.does(says(R1)),
  ],
  ['obstacle', () => sent('a1', 'a5'), 61, (story) => story.does(along(story, 1))],
  [
    'lost',
    () => {
      const story = carrying(sent('a1', 'a5'))
      story.does(isSilent(R1))
      return story
    },
    46,
    (story) => story.does(along(story, 1)),
  ],
  [
    'misplaced',
    () => {
      const story = heardAt(twoFloors())
      story.does(says(R1, { lastNodeId: 'elsewhere' }))
      return story
    },
    46,
    (story) => story.does(says(R1, { lastNodeId: 'a3' })),
  ],
  ['handover', loading, 3 * 60 + 1, (story) => story.does({ type: 'confirmHandover', missionId: M1 })],
]

describe.each(troubles)('a robot that is %s', (problem, before, seconds, end) => {
  const found = () => {
    const story = before()
    if (seconds > 0) {
      for (const part of [6, seconds - 10, 1]) waits(story, part)
      expect(problemsOf(story)).toEqual([])
    }
    waits(story, 4)
    story.does(tick)
    return story
  }

  it('has a person called, to where it stands, once', () => {
    const story = found()
    expect(problemsOf(story)).toEqual([`${problem} open`])
    const nodeId = story.hall.robots.get(R1)?.nodeId
    expect(alertsOf(story)[0]?.place).toEqual(nodeId && story.hall.paper.routeNodes.get(nodeId)?.place)
    for (let second = 0; second < 5; second++) waits(story, 1)
    expect(problemsOf(story)).toEqual([`${problem} open`])
  })

  it('needs nobody any more when it has passed', () => {
    const story = found()
    end(story)
    waits(story, 1)
    expect(problemsOf(story)).toEqual([`${problem} over`])
  })

  it('is not told again to whoever has been there, and again when it happens anew', () => {
    const story = found()
    story.does({ type: 'acceptAlert', alertId: last(story) })
    story.does({ type: 'resolveAlert', alertId: last(story) })
    waits(story, 30)
    expect(problemsOf(story)).toEqual([`${problem} resolved`])
  })
})

describe('a robot that somebody drives by hand', () => {
  it('may be where it does not know itself', () => {
    const story = heardAt(twoFloors())
    story.does(says(R1, { lastNodeId: '', mode: 'manual' }))
    waits(story, 120)
    expect(problemsOf(story)).toEqual([])
  })
})

describe('a trouble that comes back', () => {
  it('is told again', () => {
    const story = heardAt(twoFloors(), 'd1')
    for (const faults of [['laser'], [], ['laser']]) {
      story.does(says(R1, { faults }))
      story.does(tick)
    }
    expect(problemsOf(story)).toEqual(['faulty over', 'faulty open'])
  })

  it('is told again in the morning', () => {
    const story = heardAt(twoFloors(), 'd1')
    story.does(says(R1, { faults: ['laser'] }))
    story.does(tick)
    story.does(tick, story.at + 24 * HOUR)
    story.does(tick)
    expect(problemsOf(story)).toEqual(['faulty open'])
  })
})

describe('things left on a robot', () => {
  /** Its mission has failed with things on it. */
  const left = (kind: 'delivery' | 'guide' = 'delivery') => {
    const story = heardAt(twoFloors(), 'a1')
    story.does(bring('a1', 'a5', { kind }))
    story.happens({ type: 'missionAssigned', missionId: M1, robotId: R1 })
    carrying(story).does(says(R1, { lastNodeId: 'a1', faults: ['laser'] }))
    return story
  }

  it('wait for a person, whatever the robot does then; it is sent for nothing else', () => {
    const story = left()
    expect(problemsOf(story)).toEqual(['failed open'])
    story.does(says(R1, { lastNodeId: 'a1' }))
    story.does(bring('a2', 'a5'))
    waits(story, 60)
    expect(problemsOf(story)).toEqual(['failed open'])
    expect([...story.hall.missions.values()].at(-1)).toMatchObject({ state: 'waiting', why: { R1: ['busy'] } })
    story.does({ type: 'resolveAlert', alertId: last(story) })
    story.does(tick)
    expect([...story.hall.missions.values()].at(-1)).toMatchObject({ state: 'assigned', robotId: 'R1' })
  })

  it('are none when it only leads somebody', () => {
    const story = left('guide')
    expect(problemsOf(story)).toEqual([])
    story.does(tick)
    expect(problemsOf(story)).toEqual(['faulty open'])
  })
})

describe('alerts of one second', () => {
  it('have ids of their own, also beside those of waiting visitors', () => {
    const story = heardAt(twoFloors({ robots: [{}, {}] }), 'd1', 'd2')
    story.does(says(R1, { lastNodeId: 'd1', faults: ['laser'] }))
    story.does(says(R2, { lastNodeId: 'd2', faults: ['laser'] }))
    story.does(issue())
    story.does(tick, story.at + 30 * MINUTE)
    expect(alertsOf(story).map(({ alertId }) => alertId)).toEqual(['L0001', 'L0002', 'L0003'])
  })
})

describe('a visitor whom a robot could not answer', () => {
  const ask = { type: 'askForPerson', robotId: R1, language: 'zh' } as const

  it('has a person called to the robot, once', () => {
    const story = heardAt(twoFloors(), 'a3')
    story.does(ask)
    expect(alertsOf(story)).toMatchObject([
      { kind: 'question', source: { by: 'question', robotId: R1 }, place: { x: 9 } },
    ])
    expect(story.does(ask)).toEqual([])
    story.does({ type: 'dismissAlert', alertId: last(story) })
    story.does(ask)
    expect(problemsOf(story)).toEqual(['question dismissed', 'question open'])
  })
})
