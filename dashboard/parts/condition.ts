/** How a robot can be, in one word. */
import type { PartState } from '#contracts/readings.ts'

export type Condition =
  | 'free'
  | 'driving'
  /** It is being loaded or unloaded, or waits for that. */
  | 'handover'
  | 'charging'
  | 'heldUp'
  | 'paused'
  | 'byHand'
  | 'batteryLow'
  | 'needsPerson'
  | 'outOfReach'

const states: Record<Condition, PartState['state']> = {
  free: 'fine',
  driving: 'fine',
  handover: 'fine',
  charging: 'fine',
  heldUp: 'attention',
  paused: 'attention',
  byHand: 'attention',
  batteryLow: 'attention',
  needsPerson: 'urgent',
  outOfReach: 'unknown',
}

export const stateOf = (condition: Condition): PartState['state'] => states[condition]
