/** A simulated consultation robot in the example hall: it asks now and then, and hears the answers. */
import { expect, it } from 'vitest'
import { MINUTE, SECOND } from '#contracts/durations.ts'
import type { Answer } from '#contracts/questions.ts'
import { startAsker, usualQuestions } from '#simulators/asking.ts'
import { createDice } from '#simulators/random.ts'
import { consulting, site } from '#test/edge/consulting/room.ts'
import { handClock } from '#test/support/clock.ts'
import { soon } from '#test/support/eventually.ts'
import { NINE } from '#test/support/given.ts'

const { openRoom, asRobot } = consulting()

const startAt = async (seed: number) => {
  const clock = handClock(NINE)
  const heard: Answer[] = []
  const asker = await startAsker({
    ...asRobot('R1'),
    hallId: site.hallId,
    serialNumber: 'sim-1',
    clock,
    random: createDice(seed),
    readOut: (answer) => heard.push(answer),
  })
  return { asker, clock, heard }
}

it('asks what people ask, hears each answer, and stops when it is told to', async () => {
  const room = await openRoom()
  const { asker, clock, heard } = await startAt(7)
  await soon(() => {
    clock.advance(15 * SECOND)
    room.clock.advance(SECOND)
    expect(heard.length).toBeGreaterThan(8)
  })
  expect(new Set(heard.map(({ source }) => source)).size).toBeGreaterThan(3)
  await asker.close()
  const { length } = heard
  clock.advance(60 * MINUTE)
  expect(heard).toHaveLength(length)
})

it('knows questions in every language of the hall', () => {
  expect(new Set(usualQuestions.map(({ language }) => language))).toEqual(new Set(['zh', 'en', 'ja', 'ko']))
})
