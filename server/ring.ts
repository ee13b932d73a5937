/** The last changes of the hall, ready to send, so that a screen that was away hears only what it missed. */

/** An estimate refreshed for a full hall is a large change: memory is bounded by bytes too. */
const MOST_CHANGES = 2_000
const MOST_BYTES = 16 * 1024 * 1024

export interface Ring {
  /** Starts anew from a snapshot that knows the facts up to `seq`. */
  begin(seq: number): void
  add(seq: number, frame: Buffer): void
  /**
   * The changes a screen lacks that has seen fact `seq`, oldest first; undefined when they are not all here.
   * Several changes may carry one `seq`, and the screen may have missed some of them: those are told again.
   */
  since(seq: number): Buffer[] | undefined
}

export const createRing = (most = MOST_CHANGES, mostBytes = MOST_BYTES): Ring => {
  let changes: { seq: number; frame: Buffer }[] = []
  let bytes = 0
  /** Some change with this seq may be missing; all later ones are here. */
  let lostUpTo = Number.POSITIVE_INFINITY
  let latest = 0

  return {
    begin: (seq) => {
      changes = []
      bytes = 0
      lostUpTo = seq
      latest = seq
    },
    add: (seq, frame) => {
      changes.push({ seq, frame })
      bytes += frame.length
      latest = seq
      while (changes.length > most || bytes > mostBytes) {
        const oldest = changes.shift()
        if (!oldest) break
        bytes -= oldest.frame.length
        lostUpTo = oldest.seq
      }
    },
    since: (seq) =>
      seq > lostUpTo && seq <= latest
        ? changes.filter((change) => change.seq >= seq).map(({ frame }) => frame)
        : undefined,
  }
}
