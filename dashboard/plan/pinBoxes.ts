/** How much of the plan a pin of a long wait takes, and where it stands: beside its place at the edge of the plan. */
import type { Pin } from './pins.ts'
import { type Box, labelWidth } from './robotLabels.ts'
import type { Point, Size } from './scale.ts'

/** Of the widest, in design pixels; `rise` is from its place to its lower edge. */
export const PIN = { width: 152, height: 44, rise: 8 }
const MARK_PIXELS = 28

export interface PlacedPin extends Pin {
  readonly box: Box
  /** Where its tip is, from its middle. */
  readonly tip: number
}

/** `said` is what is written on a pin. */
export const placePin = (pin: Pin, at: Point, plan: Size, said: string): PlacedPin => {
  const x = Math.min(Math.max(at.x, PIN.width / 2), plan.width - PIN.width / 2)
  const y = at.y - PIN.rise - PIN.height / 2
  return { ...pin, tip: at.x - x, box: { x, y, width: labelWidth(said) + MARK_PIXELS, height: PIN.height } }
}
