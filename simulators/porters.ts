/** Whoever stands beside a robot without arms: loads it, takes what it brings, and says so on the screen. */
import { SECOND } from '#contracts/durations.ts'
import { createEnding, type SimulatedClock } from './clock.ts'
import type { Door } from './door.ts'
import type { Dice } from './random.ts'

const LOOK = 5 * SECOND

/** Resolves when everybody has put down what they carry. */
export const startPorters = (needs: { door: Door; clock: SimulatedClock; dice: Dice }): { close(): Promise<void> } => {
  const { door, clock, dice } = needs
  const ending = createEnding()
  const { signal } = ending
  const busy = new Set<string>()

  const handOver = async (missionId: string): Promise<void> => {
    busy.add(missionId)
    await clock.wait(dice.uniform(8, 30) * SECOND, signal)
    if (!signal.aborted) await door.ask('POST', `/api/missions/${missionId}/confirm`, {})
    busy.delete(missionId)
  }

  const work = async (): Promise<void> => {
    const going = new Set<Promise<void>>()
    while (!signal.aborted) {
      for (const { mission } of await door.records('mission')) {
        if (!('arrivedAt' in mission) || mission.arrivedAt === undefined || busy.has(mission.missionId)) continue
        const one = handOver(mission.missionId).finally(() => going.delete(one))
        going.add(one)
      }
      await clock.wait(LOOK, signal)
    }
    await Promise.all(going)
  }

  const working = work()
  return {
    close: () => {
      ending.abort()
      return working
    },
  }
}
