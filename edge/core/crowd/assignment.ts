/** Pairing rows with columns so that the sum of their costs is the least (Hungarian method, shortest paths). */

interface Pairing {
  readonly costs: readonly (readonly number[])[]
  readonly columns: number
  /** What each row and each column adds to the price of a pair; no pair is ever cheaper than both together. */
  readonly rowPrices: number[]
  readonly columnPrices: number[]
  /** The partner, or -1. */
  readonly columnOf: number[]
  readonly rowOf: number[]
}

/** What one search for a free column has learnt. */
interface Search {
  readonly shortest: number[]
  /** The row from which each column is reached at the least price. */
  readonly cameFrom: number[]
  readonly settledRows: number[]
  readonly settledColumns: Set<number>
  readonly freeColumn: number
  readonly length: number
}

const at = (list: readonly number[], index: number): number => list[index] ?? Number.POSITIVE_INFINITY

/**
 * For each row its column, or -1 where there are more rows than columns.
 * `costs` is [row][column], finite, all rows of one length. O(rows² · columns).
 */
export const assign = (costs: readonly (readonly number[])[]): number[] => {
  const columns = costs[0]?.length ?? 0
  if (columns === 0) return costs.map(() => -1)
  if (costs.length > columns) return turned(assign(transposed(costs, columns)), costs.length)
  const pairing: Pairing = {
    costs,
    columns,
    rowPrices: costs.map(() => 0),
    columnPrices: new Array<number>(columns).fill(0),
    columnOf: costs.map(() => -1),
    rowOf: new Array<number>(columns).fill(-1),
  }
  costs.forEach((_, row) => {
    const search = cheapestWay(pairing, row)
    reprice(pairing, row, search)
    rearrange(pairing, row, search)
  })
  return pairing.columnOf
}

/** The cheapest pairs of both lists. `cost` is 0..1 for two that may belong together, and more for two that may not. */
export const pairsOf = <A, B>(
  ones: readonly A[],
  others: readonly B[],
  cost: (one: A, other: B) => number,
): [A, B][] => {
  const costs = ones.map((one) => others.map((other) => Math.min(cost(one, other), FAR)))
  const columns = assign(costs)
  return ones.flatMap((one, row): [A, B][] => {
    const column = columns[row] ?? -1
    const other = others[column]
    return other !== undefined && at(costs[row] ?? [], column) <= 1 ? [[one, other]] : []
  })
}

/** The price of two that may not: finite, so that sums can still be compared. */
const FAR = 9

const transposed = (costs: readonly (readonly number[])[], columns: number): number[][] =>
  Array.from({ length: columns }, (_, column) => costs.map((row) => at(row, column)))

const turned = (rowOf: readonly number[], rows: number): number[] => {
  const columnOf = new Array<number>(rows).fill(-1)
  rowOf.forEach((row, column) => {
    columnOf[row] = column
  })
  return columnOf
}

/** From a row without partner to the nearest free column, moving others on the way. */
function cheapestWay({ costs, columns, rowPrices, columnPrices, rowOf }: Pairing, start: number): Search {
  const shortest = new Array<number>(columns).fill(Number.POSITIVE_INFINITY)
  const cameFrom = new Array<number>(columns).fill(-1)
  const settledColumns = new Set<number>()
  const settledRows: number[] = []
  let row = start
  let length = 0
  for (;;) {
    settledRows.push(row)
    let nearest = -1
    for (let column = 0; column < columns; column++) {
      if (settledColumns.has(column)) continue
      const way = length + at(costs[row] ?? [], column) - at(rowPrices, row) - at(columnPrices, column)
      if (way < at(shortest, column)) {
        shortest[column] = way
        cameFrom[column] = row
      }
      if (nearest < 0 || at(shortest, column) < at(shortest, nearest)) nearest = column
    }
    length = at(shortest, nearest)
    settledColumns.add(nearest)
    const next = at(rowOf, nearest)
    if (next < 0) return { shortest, cameFrom, settledRows, settledColumns, freeColumn: nearest, length }
    row = next
  }
}

function reprice({ rowPrices, columnPrices, columnOf }: Pairing, start: number, search: Search): void {
  const { shortest, settledRows, settledColumns, length } = search
  for (const row of settledRows) {
    const passed = row === start ? 0 : at(shortest, at(columnOf, row))
    rowPrices[row] = at(rowPrices, row) + length - passed
  }
  for (const column of settledColumns) {
    columnPrices[column] = at(columnPrices, column) - (length - at(shortest, column))
  }
}

function rearrange({ columnOf, rowOf }: Pairing, start: number, { cameFrom, freeColumn }: Search): void {
  let column = freeColumn
  for (;;) {
    const row = at(cameFrom, column)
    const left = at(columnOf, row)
    rowOf[column] = row
    columnOf[row] = column
    if (row === start) return
    column = left
  }
}
