/** What the hall says no to around alerts, cards and duty: the status and the sentence of each refusal. */
import type { Refusal } from '#contracts/refusals.ts'
import type { Kinds } from './kind.ts'

type CareRefusal = Extract<
  Refusal,
  {
    code:
      | 'unknownAlert'
      | 'alertTaken'
      | 'alertOver'
      | 'unknownCard'
      | 'cardTaken'
      | 'cardOver'
      | 'notOnDuty'
      | 'tabletElsewhere'
  }
>

export const careRefusals: Kinds<CareRefusal> = {
  unknownAlert: {
    status: 404,
    title: ({ alertId }) => `There is no alert ${alertId} now; read the list again.`,
  },
  alertTaken: {
    status: 409,
    title: ({ alertId, acceptedBy }) => `Alert ${alertId} is with ${acceptedBy}; they can hand it over.`,
  },
  alertOver: {
    status: 409,
    title: ({ alertId, state }) => `Alert ${alertId} is ${state} already; nothing is left to do.`,
  },
  unknownCard: { status: 404, title: ({ cardId }) => `There is no card ${cardId} today; read the list again.` },
  cardTaken: {
    status: 409,
    title: ({ cardId, acceptedBy }) => `Card ${cardId} is with ${acceptedBy}; they can hand it over.`,
  },
  cardOver: {
    status: 409,
    title: ({ cardId, how }) => `Card ${cardId} is ${how} already; nothing is left to do.`,
  },
  notOnDuty: { status: 409, title: ({ staffId }) => `${staffId} is not on duty; duty begins on the tablet.` },
  tabletElsewhere: {
    status: 409,
    title: ({ tabletId, staffId, heldBy }) =>
      `This was asked for ${staffId}, but ${tabletId} is with ${heldBy} now, so it was not done; look whether it still has to be.`,
  },
}
