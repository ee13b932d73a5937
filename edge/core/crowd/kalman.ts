/** A Kalman filter for one coordinate of somebody who walks, stops and turns: where it is, how fast, how surely. */

/** Units are those of the coordinate, and seconds. */
export interface Motion {
  readonly place: number
  readonly speed: number
  /** How unsure both are, and how one's error goes with the other's. */
  readonly placeVariance: number
  readonly covariance: number
  readonly speedVariance: number
}

export interface Habit {
  /** The error of one measurement, as a standard deviation. */
  readonly blur: number
  /** The speeds to reckon with, as a standard deviation around standing still. */
  readonly pace: number
  /** How long a speed lasts (ms): about two thirds of it are gone after that. */
  readonly paceLasts: number
}

/** Seen once, at this place. */
export const motionAt = (place: number, { blur, pace }: Habit): Motion => ({
  place,
  speed: 0,
  placeVariance: blur ** 2,
  covariance: 0,
  speedVariance: pace ** 2,
})

/**
 * Some time (ms) later, unseen. The speed fades, and chance brings a new one (an Ornstein-Uhlenbeck process): over a
 * short time this is the filter's usual constant velocity, and after a long one nothing is known but about where.
 */
export const movedOn = (motion: Motion, elapsed: number, { pace, paceLasts }: Habit): Motion => {
  const { place, speed, placeVariance, covariance, speedVariance } = motion
  const lasts = paceLasts / 1000
  const left = Math.exp(-elapsed / paceLasts)
  const way = lasts * (1 - left)
  const chance = 2 * (elapsed / paceLasts) - 3 + 4 * left - left ** 2
  return {
    place: place + speed * way,
    speed: speed * left,
    placeVariance: placeVariance + 2 * way * covariance + way ** 2 * speedVariance + (pace * lasts) ** 2 * chance,
    covariance: left * (covariance + way * speedVariance) + pace ** 2 * lasts * (1 - left) ** 2,
    speedVariance: left ** 2 * speedVariance + pace ** 2 * (1 - left ** 2),
  }
}

/** Seen again: between what was expected and what is measured, nearer to what is surer. */
export const corrected = (motion: Motion, measured: number, { blur }: Habit): Motion => {
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
