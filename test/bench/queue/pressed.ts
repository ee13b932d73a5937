/** What the bench and the hall that it presses and kills both know. */
import type { CommandId, TicketId } from '#contracts/ids.ts'
import { siteOf, trial, trialDesks } from './halls.ts'

/** What the sender hears of one command. */
export interface Answer {
  id: CommandId
  ok: boolean
  called?: TicketId
  issued?: TicketId
}

export const pressedSite = () => siteOf('pressed', trial.demands, trialDesks.chain)
