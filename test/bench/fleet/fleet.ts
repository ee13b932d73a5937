/** Robots in a crowded house: whether they ever stand for ever, and how soon they are done. */
import type { Figure } from '../measure.ts'
import { benchDeadlocks } from './deadlocks.ts'
import { benchCpuShare } from './load/cpuShare.ts'
import { benchServing } from './serving.ts'
import { createWarehouse } from './warehouse.ts'

export const benchFleet = async (): Promise<Figure[]> => {
  const house = createWarehouse()
  return [...benchDeadlocks(house), ...benchServing(house), ...(await benchCpuShare())]
}
