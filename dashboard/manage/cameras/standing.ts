/** How a camera stands, by shape and word. Silence is unknown, never fine. */
import type { PartState } from '#contracts/readings.ts'
import type { Blindness } from '../../parts/cameraSight.ts'
import type { CameraNow } from './cameras.svelte.ts'

export interface Standing {
  readonly mark: PartState['state']
  readonly word: 'inUse' | 'failing' | Blindness
}

/** `isFresh`: the hall has just told of it. */
export const standingOf = ({ lacks, state, problem }: CameraNow, isFresh: boolean): Standing => {
  if (!isFresh) return { mark: 'unknown', word: 'silent' }
  if (lacks.length > 0) return { mark: 'attention', word: 'noRecord' }
  if (problem !== undefined) return { mark: state === 'fine' ? 'attention' : state, word: problem }
  if (state === 'fine') return { mark: 'fine', word: 'inUse' }
  return state === 'unknown' ? { mark: state, word: 'silent' } : { mark: state, word: 'failing' }
}
