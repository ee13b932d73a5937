import { describe, expect, it } from 'vitest'
import { createRing } from '#server/ring.ts'

const frame = (text: string) => Buffer.from(text)
const told = (frames: Buffer[] | undefined) => frames?.map(String)

describe('the ring of last changes', () => {
  it('tells again the changes of the last fact seen, for some of them may have been missed', () => {
    const ring = createRing()
    ring.begin(3)
    for (const [seq, text] of [
      [4, 'a'],
      [4, 'b'],
      [5, 'c'],
    ] as const)
      ring.add(seq, frame(text))
    expect(told(ring.since(4))).toEqual(['a', 'b', 'c'])
    expect(told(ring.since(5))).toEqual(['c'])
  })

  it('does not know what happened at the snapshot it began with, before it, or after now', () => {
    const ring = createRing()
    expect(ring.since(0)).toBeUndefined()
    ring.begin(3)
    ring.add(4, frame('a'))
    expect([2, 3, 5].map((seq) => ring.since(seq))).toEqual([undefined, undefined, undefined])
  })

  it('lets go of the oldest when there are too many, or too large ones', () => {
    const few = createRing(2)
    few.begin(0)
    for (const seq of [1, 2, 3]) few.add(seq, frame(String(seq)))
    expect(few.since(1)).toBeUndefined()
    expect(told(few.since(2))).toEqual(['2', '3'])
    const small = createRing(10, 5)
    small.begin(0)
    for (const seq of [1, 2, 3]) small.add(seq, frame('xxx'))
    expect([small.since(2), told(small.since(3))]).toEqual([undefined, ['xxx']])
  })

  it('forgets all of it with a new snapshot', () => {
    const ring = createRing()
    ring.begin(0)
    ring.add(1, frame('a'))
    ring.begin(7)
    expect(ring.since(1)).toBeUndefined()
  })
})
