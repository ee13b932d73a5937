/** When a visitor's phone speaks up, and how: it vibrates, sounds and shows a notice while its page is open.
 *
 * Web push is not wanted: it goes through servers of the browsers' makers, which the closed network of a hall does not reach.
 */
import type { Estimate, Ticket } from '#contracts/tickets.ts'

export interface Told {
  readonly ticket: Ticket
  readonly estimate?: Estimate | undefined
}
export type Reminder = 'near' | 'called'

const NEAR_AHEAD = 3

/** What a phone remembers between two answers of the hall. */
export interface Remembered {
  readonly told: Told
  /** It has been said, or could be read, that the turn is near: once in one wait. */
  readonly near: boolean
}

export const isNear = ({ ticket, estimate }: Told): boolean =>
  ticket.state === 'waiting' && estimate !== undefined && estimate.ahead <= NEAR_AHEAD

/** What is new since it was last told: nothing for one who opens the page and reads it anyway. */
export const reminderOf = (before: Remembered | undefined, after: Told): Reminder | undefined => {
  if (!before) return undefined
  const { told, near } = before
  const again = told.ticket.state !== 'called' || told.ticket.calls < after.ticket.calls
  if (after.ticket.state === 'called') return again ? 'called' : undefined
  return isNear(after) && !near ? 'near' : undefined
}

/** Others who come and go before it make nobody near twice; a wait after a call is a new one. */
export const rememberedAfter = (before: Remembered | undefined, after: Told): Remembered => ({
  told: after,
  near: after.ticket.state === 'waiting' && (isNear(after) || (before?.near ?? false)),
})

/** On and off in ms. */
const patterns: Record<Reminder, number[]> = { near: [200, 150, 200], called: [500, 200, 500, 200, 500] }
const tones: Record<Reminder, number[]> = { near: [659, 659], called: [659, 988, 659, 988] }
const TONE_SECONDS = 0.25

/** A `context` that nobody has allowed to sound stays silent. */
export const sound = (context: AudioContext | undefined, reminder: Reminder): void => {
  if (context?.state !== 'running') return
  for (const [i, frequency] of tones[reminder].entries()) {
    const tone = new OscillatorNode(context, { frequency })
    const gain = new GainNode(context, { gain: 0.3 })
    tone.connect(gain).connect(context.destination)
    const from = context.currentTime + i * TONE_SECONDS
    tone.start(from)
    tone.stop(from + TONE_SECONDS * 0.8)
  }
}

/** Some phones cannot vibrate, and some browsers show notices only on https: each does what it can. */
export const remind = (reminder: Reminder, title: string, body: string, context: AudioContext | undefined): void => {
  if ('vibrate' in navigator) navigator.vibrate(patterns[reminder])
  sound(context, reminder)
  if (!('Notification' in globalThis) || Notification.permission !== 'granted') return
  try {
    new Notification(title, { body, tag: reminder, requireInteraction: reminder === 'called' })
  } catch {
    // Android's Chrome shows them from a service worker alone: vibration and sound have to do.
  }
}
