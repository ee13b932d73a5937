/** Waiting and how long by the letter of the tickets, for the foot of the queue screen. */

import { publicNames } from '#contracts/discretion.ts'
import type { Names } from '#contracts/languages.ts'
import type { Line } from '#contracts/live.ts'
import type { SiteService } from '#contracts/site.ts'

export interface LetterLine {
  readonly letter: string
  readonly names: Names
  readonly waiting: number
  /** From the shortest to the longest among its services; absent while no open window serves any of them. */
  readonly range?: { readonly p50: number; readonly p80: number }
}

/** The department when all services of the letter share it, else the first service. */
const namesOf = (services: readonly SiteService[], first: SiteService): Names =>
  services.every(({ department }) => department.zh === first.department.zh)
    ? first.department
    : publicNames(services.find(({ discreet }) => !discreet) ?? first)

export const lettersOf = (services: readonly SiteService[], lines: Iterable<Line>): LetterLine[] => {
  const byId = new Map([...lines].map((line) => [line.serviceId, line]))
  const letters = [...new Set(services.map(({ letter }) => letter))].sort()
  return letters.flatMap((letter) => {
    const mine = services.filter((service) => service.letter === letter)
    const first = mine[0]
    if (!first) return []
    const own = mine.flatMap(({ serviceId }) => byId.get(serviceId) ?? [])
    const estimates = own.flatMap(({ estimate }) => estimate ?? [])
    const p50 = Math.min(...estimates.map(({ p50Minutes }) => p50Minutes))
    const p80 = Math.max(...estimates.map(({ p80Minutes }) => p80Minutes))
    return {
      letter,
      names: namesOf(mine, first),
      waiting: own.reduce((sum, { waiting }) => sum + waiting, 0),
      ...(estimates.length > 0 && { range: { p50, p80 } }),
    }
  })
}
