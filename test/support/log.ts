/** A log that keeps what it is told, for tests that ask. */
import type { Log } from '#edge/ports.ts'

export interface KeptLog extends Log {
  lines: { level: string; facts: object; words: string }[]
}

export const keptLog = (): KeptLog => {
  const lines: KeptLog['lines'] = []
  const at = (level: string) => (facts: object, words: string) => void lines.push({ level, facts, words })
  return { lines, info: at('info'), warn: at('warn'), error: at('error'), debug: at('debug') }
}
