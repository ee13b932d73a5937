/** A map that can be changed without copying all of it: entries lie in drawers, and only the drawer that changes is copied. */

/** With some hundred entries a drawer holds a handful. */
const DRAWERS = 32

type Entry<K, V> = readonly [K, V]
type Drawer<K, V> = readonly Entry<K, V>[]

const EMPTY: Drawer<never, never> = []

/** Reads as a map does, in no order that means anything but always the same one; `with` and `without` give a new table. */
export class Table<K extends string, V> implements Iterable<Entry<K, V>> {
  readonly size: number
  readonly #drawers: readonly Drawer<K, V>[]

  private constructor(drawers: readonly Drawer<K, V>[], size: number) {
    this.#drawers = drawers
    this.size = size
  }

  static empty<K extends string, V>(): Table<K, V> {
    return new Table<K, V>(new Array(DRAWERS).fill(EMPTY), 0)
  }

  static of<K extends string, V>(entries: Iterable<Entry<K, V>>): Table<K, V> {
    let table = Table.empty<K, V>()
    for (const [key, value] of entries) table = table.with(key, value)
    return table
  }

  get(key: K): V | undefined {
    for (const entry of this.#drawers[drawerOf(key)] ?? EMPTY) if (entry[0] === key) return entry[1]
    return undefined
  }

  has(key: K): boolean {
    return (this.#drawers[drawerOf(key)] ?? EMPTY).some((entry) => entry[0] === key)
  }

  with(key: K, value: V): Table<K, V> {
    const index = drawerOf(key)
    const drawer = (this.#drawers[index] ?? EMPTY).slice()
    const place = drawer.findIndex((entry) => entry[0] === key)
    drawer[place < 0 ? drawer.length : place] = [key, value]
    return this.#changed(index, drawer, this.size + (place < 0 ? 1 : 0))
  }

  without(key: K): Table<K, V> {
    if (!this.has(key)) return this
    const index = drawerOf(key)
    const drawer = (this.#drawers[index] ?? EMPTY).filter((entry) => entry[0] !== key)
    return this.#changed(index, drawer, this.size - 1)
  }

  *[Symbol.iterator](): IterableIterator<Entry<K, V>> {
    for (const drawer of this.#drawers) yield* drawer
  }

  *keys(): IterableIterator<K> {
    for (const [key] of this) yield key
  }

  *values(): IterableIterator<V> {
    for (const [, value] of this) yield value
  }

  #changed(index: number, drawer: Drawer<K, V>, size: number): Table<K, V> {
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
