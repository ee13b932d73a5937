/** The life of an alert, folded from its facts for those who look back. */
import { type Alert, kindOf } from '#contracts/alerts.ts'
import type { Fact } from '#contracts/facts.ts'

/** The alert after the fact; as before when the fact says nothing of it. */
export const alertAfter = (before: Alert | undefined, { at, by, event }: Fact): Alert | undefined => {
  if (event.type === 'longWaitFound' || event.type === 'helpAsked') {
    const { type: _, ...found } = event
    return { ...found, kind: kindOf(found.source), raisedAt: at, state: 'open' }
  }
  if (before === undefined) return undefined
  switch (event.type) {
    case 'alertAccepted':
      return {
        ...before,
        state: 'accepted',
        acceptedAt: at,
        acceptedBy: by,
        ...(event.measure && { measure: event.measure }),
      }
    case 'alertHandedOver': {
      const { acceptedAt: _at, acceptedBy: _by, ...open } = before
      return { ...open, state: 'open' }
    }
    case 'alertEnded':
      return {
        ...before,
        state: event.how,
        endedAt: at,
        ...(event.measure && { measure: event.measure }),
        ...(event.outcome && { outcome: event.outcome }),
      }
    default:
      return before
  }
}
