/** What robots have saved the windows today, in the unit that says it best: minutes below an hour, then hours with a tenth. */

export interface Saved {
  readonly value: string
  readonly unit: 'minutes' | 'hours'
}

export const savedIn = (hours: number): Saved => {
  const minutes = Math.round(hours * 60)
  return minutes < 60 ? { value: String(minutes), unit: 'minutes' } : { value: hours.toFixed(1), unit: 'hours' }
}
