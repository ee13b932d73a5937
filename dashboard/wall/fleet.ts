/** Which robots the wall shows where there are more than it has room for. */
import type { PartState } from '#contracts/readings.ts'

const badness: Record<PartState['state'], number> = { fine: 0, unknown: 1, attention: 2, urgent: 3 }

/** Those that are worst off, in the order in which they came. */
export const worstOf = <R extends { readonly state: PartState['state'] }>(robots: readonly R[], most: number): R[] => {
  const chosen = new Set([...robots].sort((a, b) => badness[b.state] - badness[a.state]).slice(0, most))
  return robots.filter((robot) => chosen.has(robot))
}
