/** A Kalman filter for one coordinate of somebody on the move (constant velocity): place and speed, and how surely. */

/** Units are those of the coordinate, and seconds. */
export interface Motion {
  readonly place: number
  readonly speed: number
  /** How unsure both are, and how one's error goes with the other's. */
  readonly placeVariance: number
  readonly covariance: number
  readonly speedVariance: number
}

/** What to reckon with, as standard deviations. */
export interface Habit {
  /** Of the speed before it is known. */
  readonly speed: number
  /** Of what a speed changes by within a second. */
  readonly speedChange: number
}

/** Seconds; whoever is out of sight for longer is expected to have stopped by then. */
const FORESIGHT = 2

/** Seen once. `blur` is the standard deviation of one measurement. */
export const motionAt = (place: number, blur: number, { speed }: Habit): Motion => ({
  place,
  speed: 0,
  placeVariance: blur ** 2,
  covariance: 0,
  speedVariance: speed ** 2,
})

/** Some time (ms) later, unseen: the longer, the less is known (white noise acceleration, in continuous time). */
export const movedOn = (motion: Motion, elapsed: number, { speedChange }: Habit): Motion => {
  const { place, speed, placeVariance, covariance, speedVariance } = motion
  const seconds = elapsed / 1000
  const ahead = Math.min(seconds, FORESIGHT)
  const noise = speedChange ** 2
  return {
    place: place + ahead * speed,
    speed,
    placeVariance: placeVariance + 2 * ahead * covariance + ahead ** 2 * speedVariance + (noise * seconds ** 3) / 3,
    covariance: covariance + ahead * speedVariance + (noise * seconds ** 2) / 2,
    speedVariance: speedVariance + noise * seconds,
  }
}

/** Seen again: between what was expected and what is measured, nearer to what is surer. */
export const corrected = (motion: Motion, measured: number, blur: number): Motion => {
  const { place, speed, placeVariance, covariance, speedVariance } = motion
  const spread = placeVariance + blur ** 2
  const [placeGain, speedGain] = [placeVariance / spread, covariance / spread]
  return {
    place: place + placeGain * (measured - place),
    speed: speed + speedGain * (measured - place),
    placeVariance: (1 - placeGain) * placeVariance,
    covariance: (1 - placeGain) * covariance,
    speedVariance: speedVariance - speedGain * covariance,
  }
}
