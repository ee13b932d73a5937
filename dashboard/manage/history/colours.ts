/** Which token each mark of a chart takes its colour from. */
import type { Series } from './views/view.ts'

const lines = ['--accent', '--attention', '--heat'] as const

/** Bars stand behind in the colour of the ground's lines; what was before is dotted. */
export const colourOf = (series: readonly Series[], i: number): string => {
  const one = series[i]
  if (one?.as === 'bars') return '--heat-4'
  if (one?.as === 'before') return '--ink-2'
  const nth = series.slice(0, i).filter(({ as }) => as === 'line').length
  return lines[nth % lines.length] ?? '--accent'
}
