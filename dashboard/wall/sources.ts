/** What the wall can be believed about: the parts of the system by kind, each no better than its worst. */
import type { PartState } from '#contracts/readings.ts'

export interface Part {
  readonly partId: string
  readonly state: PartState['state']
  /** Hall's time of its last sign of life. */
  readonly at: number
  readonly problem?: PartState['problem']
}

export interface Source {
  /** What stands before the colon of a part's id, such as `camera`. */
  readonly kind: string
  readonly state: PartState['state']
  readonly fine: number
  readonly all: number
  /** Since the quietest of them gave a sign of life. */
  readonly silentMs: number
  /** Of cameras that do not see what they should, by what stands after the colon. */
  readonly troubled: readonly { readonly id: string; readonly problem: NonNullable<PartState['problem']> }[]
}

/** A part that has said nothing for this long is unknown, whatever it said last. */
export const PART_SILENCE_MS = 60_000

const order = ['database', 'journal', 'broker', 'detector', 'camera', 'robot']
const badness: Record<PartState['state'], number> = { fine: 0, attention: 1, unknown: 2, urgent: 3 }

const stateNow = ({ state, at }: Part, now: number) => (now - at > PART_SILENCE_MS ? 'unknown' : state)

const sourceOf = (kind: string, parts: readonly Part[], now: number): Source => {
  const states = parts.map((part) => stateNow(part, now))
  return {
    kind,
    state: states.reduce((worst, state) => (badness[state] > badness[worst] ? state : worst), 'fine'),
    fine: states.filter((state) => state === 'fine').length,
    all: parts.length,
    silentMs: Math.max(...parts.map(({ at }) => now - at)),
    troubled: parts.flatMap(({ partId, problem, at }) =>
      problem && now - at <= PART_SILENCE_MS ? { id: partId.slice(kind.length + 1), problem } : [],
    ),
  }
}

const rank = (kind: string): number => (order.includes(kind) ? order.indexOf(kind) : order.length)

/** Parts that the site speaks of and that nobody has heard of are unknown, as if they had fallen silent. */
export const withUnheard = (parts: readonly Part[], expected: readonly string[], now: number): Part[] => {
  const heard = new Set(parts.map(({ partId }) => partId))
  return [
    ...parts,
    ...expected
      .filter((partId) => !heard.has(partId))
      .map((partId) => ({ partId, state: 'unknown' as const, at: now })),
  ]
}

export const sourcesOf = (parts: readonly Part[], now: number): Source[] => {
  const kindOf = ({ partId }: Part) => partId.split(':')[0] ?? partId
  const kinds = [...new Set(parts.map(kindOf))].sort((a, b) => rank(a) - rank(b))
  return kinds.map((kind) =>
    sourceOf(
      kind,
      parts.filter((part) => kindOf(part) === kind),
      now,
    ),
  )
}
