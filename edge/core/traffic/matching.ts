/** Who does what, so that all together costs least. */
import munkres from 'munkres'

/**
 * Pairs of row and column with the least sum of costs, each row and each column in one pair at most (Hungarian
 * method). Infinity forbids a pair: as many as possible are paired first, then as cheaply as possible.
 */
export const cheapest = (costs: readonly (readonly number[])[]): [row: number, column: number][] => {
  const columns = costs[0]?.length ?? 0
  if (columns === 0) return []
  const known = costs.flat().filter(Number.isFinite)
  const [least, most] = known.reduce(([low, high], cost) => [Math.min(low, cost), Math.max(high, cost)], [0, 0])
  const forbidden = (most - least + 1) * (Math.min(costs.length, columns) + 1)
  const pairs = munkres(costs.map((row) => row.map((cost) => (Number.isFinite(cost) ? cost - least : forbidden))))
  return pairs.filter(([row, column]) => Number.isFinite(costs[row]?.[column]))
}
