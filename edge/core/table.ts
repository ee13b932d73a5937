/** A map that can be changed without copying all of it: entries lie in drawers, and only the drawer that changes is copied. */

/** With some hundred entries a drawer holds a handful. */
const DRAWERS = 64

type Drawer<K, V> = ReadonlyMap<K, V>

/** Reads as a map does, in no order that means anything but always the same one; `with` and `without` give a new table. */
export class Table<K extends string, V> implements Iterable<[K, V]> {
  readonly size: number
  readonly #drawers: readonly (Drawer<K, V> | undefined)[]

  private constructor(drawers: readonly (Drawer<K, V> | undefined)[], size: number) {
    this.#drawers = drawers
    this.size = size
  }

  static empty<K extends string, V>(): Table<K, V> {
    return new Table<K, V>(new Array(DRAWERS).fill(undefined), 0)
  }

  static of<K extends string, V>(entries: Iterable<readonly [K, V]>): Table<K, V> {
    const drawers = new Array<Map<K, V> | undefined>(DRAWERS).fill(undefined)
    for (const [key, value] of entries) {
      const index = drawerOf(key)
      const drawer = drawers[index] ?? new Map<K, V>()
      drawers[index] = drawer.set(key, value)
    }
    return new Table(
      drawers,
      drawers.reduce((sum, drawer) => sum + (drawer?.size ?? 0), 0),
    )
  }

  get(key: K): V | undefined {
    return this.#drawers[drawerOf(key)]?.get(key)
  }

  has(key: K): boolean {
    return this.#drawers[drawerOf(key)]?.has(key) ?? false
  }

  with(key: K, value: V): Table<K, V> {
    const index = drawerOf(key)
    const drawer = this.#drawers[index]
    const added = drawer?.has(key) ? 0 : 1
    return this.#changed(index, new Map(drawer).set(key, value), this.size + added)
  }

  without(key: K): Table<K, V> {
    const index = drawerOf(key)
    const drawer = this.#drawers[index]
    if (!drawer?.has(key)) return this
    const fewer = new Map(drawer)
    fewer.delete(key)
    return this.#changed(index, fewer.size > 0 ? fewer : undefined, this.size - 1)
  }

  *[Symbol.iterator](): IterableIterator<[K, V]> {
    for (const drawer of this.#drawers) if (drawer) yield* drawer
  }

  *keys(): IterableIterator<K> {
    for (const drawer of this.#drawers) if (drawer) yield* drawer.keys()
  }

  *values(): IterableIterator<V> {
    for (const drawer of this.#drawers) if (drawer) yield* drawer.values()
  }

  #changed(index: number, drawer: Drawer<K, V> | undefined, size: number): Table<K, V> {
    const drawers = this.#drawers.slice()
    drawers[index] = drawer
    return new Table(drawers, size)
  }
}

/** Names end in what tells them apart, such as `20261122-A042` and `W3`. */
const drawerOf = (key: string): number => {
  let hash = 0
  for (let i = Math.max(0, key.length - 4); i < key.length; i++) hash = (hash * 31 + key.charCodeAt(i)) | 0
  return (hash ^ (hash >>> 6)) & (DRAWERS - 1)
}
