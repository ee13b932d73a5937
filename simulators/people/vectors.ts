/** Points and directions in three dimensions: x to the body's left, y up, z ahead of it, in metres. */

export type Vector = readonly [x: number, y: number, z: number]

export const plus = (a: Vector, b: Vector): Vector => [a[0] + b[0], a[1] + b[1], a[2] + b[2]]

export const times = (a: Vector, factor: number): Vector => [a[0] * factor, a[1] * factor, a[2] * factor]

/** The point `distance` along `direction` from `origin`. */
export const along = (origin: Vector, direction: Vector, distance: number): Vector =>
  plus(origin, times(direction, distance))

export const between = (a: Vector, b: Vector, share: number): Vector => plus(times(a, 1 - share), times(b, share))

export const dot = (a: Vector, b: Vector): number => a[0] * b[0] + a[1] * b[1] + a[2] * b[2]

export const lengthOf = (a: Vector): number => Math.sqrt(dot(a, a))

export const unit = (a: Vector): Vector => times(a, 1 / (lengthOf(a) || 1))
