/** Measures that look when they are asked: nothing is counted twice. */
import { Counter, Gauge, type Registry } from 'prom-client'
import type { House } from '../house.ts'

export type Measured = Pick<House, 'mirror' | 'live' | 'recorder' | 'telling' | 'clock'>
export type Sample = [labels: Record<string, string>, value: number]
type Measure = (name: string, help: string, labelNames: string[], look: () => Sample[]) => void

export interface Measuring {
  gauge: Measure
  /** What only grows, as long as its labels last. */
  counter: Measure
}

export const measuring = (registry: Registry): Measuring => {
  const looking =
    (Kind: typeof Gauge | typeof Counter): Measure =>
    (name, help, labelNames, look) => {
      new Kind({
        name: `hallkeeper_${name}`,
        help,
        labelNames,
        registers: [registry],
        collect() {
          this.reset()
          for (const [labels, value] of look()) this.inc(labels, value)
        },
      })
    }
  return { gauge: looking(Gauge), counter: looking(Counter) }
}

/** Every state is told, also those in which there is nobody: a missing series is no zero. */
export const byState = (states: readonly string[], things: readonly { state: string }[]): Sample[] =>
  states.map((state) => [{ state }, things.filter((thing) => thing.state === state).length])
