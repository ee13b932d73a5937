/** What staff may offer: the playbook proposes by cause and minutes waited, a person chooses. */
import type { AlertKind, Measure } from './alerts.ts'
import type { CareRules } from './siteCare.ts'

/** In the order of the steps, each once; nothing before the first step, and nothing for a cause without one. */
export const offersFor = ({ playbook }: Pick<CareRules, 'playbook'>, cause: AlertKind, minutes: number): Measure[] => {
  const reached = (playbook[cause] ?? [])
    .filter(({ fromMinutes }) => minutes >= fromMinutes)
    .sort((a, b) => a.fromMinutes - b.fromMinutes)
  return [...new Set(reached.flatMap(({ measures }) => measures))]
}
