/** Pairing two lists so that the sum of the costs is the least. */
import munkres from 'munkres'

/** The cost of a pair that may not be. */
export const NEVER = Number.POSITIVE_INFINITY

/** The price of two that may not be paired: so dear that two poor pairs are better than a good one and two left over. */
const FAR = 9

/** For each row its column, or -1 where there are more rows than columns. `costs` is [row][column], finite. */
export const assign = (costs: readonly (readonly number[])[]): number[] => {
  const columns = costs.map(() => -1)
  if (!costs[0]?.length) return columns
  for (const [row, column] of munkres(costs)) columns[row] = column
  return columns
}

/**
 * The cheapest pairs of both lists. `cost` is 0..1 for two that may belong together, and more for two that may not; one
 * that is left over costs `alone`.
 */
export const pairsOf = <A, B>(
  ones: readonly A[],
  others: readonly B[],
  cost: (one: A, other: B) => number,
  alone = FAR,
): [A, B][] => {
  const costs = ones.map((one) => others.map((other) => Math.min(cost(one, other), alone)))
  const columns = assign(costs)
  return ones.flatMap((one, row): [A, B][] => {
    const column = columns[row] ?? -1
    const other = others[column]
    return other !== undefined && (costs[row]?.[column] ?? alone) <= 1 ? [[one, other]] : []
  })
}
