/** Windows by when they are free: the soonest comes out first. A binary heap over two plain arrays. */

export interface Turnstile {
  put(desk: number, freeAt: number): void
  /** When the first one is free; undefined when none is inside. */
  soonest(): number | undefined
  take(): number
}

/** Of two that are free at once, the one with the lower number goes first. */
export const createTurnstile = (desks: number): Turnstile => {
  const order = new Int32Array(desks)
  const freeAt = new Float64Array(desks)
  let inside = 0

  const isSooner = (a: number, b: number): boolean => {
    const [one, other] = [freeAt[a] ?? 0, freeAt[b] ?? 0]
    return one < other || (one === other && a < b)
  }

  const rise = (place: number, desk: number): void => {
    while (place > 0) {
      const above = (place - 1) >> 1
      const other = order[above] ?? 0
      if (!isSooner(desk, other)) break
      order[place] = other
      place = above
    }
    order[place] = desk
  }

  const sink = (desk: number): void => {
    let place = 0
    for (;;) {
      let below = 2 * place + 1
      if (below >= inside) break
      if (below + 1 < inside && isSooner(order[below + 1] ?? 0, order[below] ?? 0)) below++
      const other = order[below] ?? 0
      if (!isSooner(other, desk)) break
      order[place] = other
      place = below
    }
    order[place] = desk
  }

  return {
    put: (desk, at) => {
      freeAt[desk] = at
      rise(inside++, desk)
    },
    soonest: () => (inside > 0 ? freeAt[order[0] ?? 0] : undefined),
    take: () => {
      const first = order[0] ?? 0
      const last = order[--inside] ?? 0
      if (inside > 0) sink(last)
      return first
    },
  }
}
