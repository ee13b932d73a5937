/** A journal that forgets at shutdown: for tests, forecasts and rehearsals. */
import type { Fact } from '#contracts/facts.ts'
import type { Journal } from '../ports.ts'

export const memoryJournal = (kept: Fact[] = []): Journal => ({
  async *read(seq) {
    yield* kept.filter((fact) => fact.seq >= seq)
  },
  append: async (facts) => void kept.push(...facts),
  forget: async (seq) =>
    void kept.splice(
      0,
      kept.findIndex((fact) => fact.seq >= seq),
    ),
  close: async () => {},
})
