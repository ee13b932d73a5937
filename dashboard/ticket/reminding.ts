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

const isNear = ({ ticket, estimate }: Told): boolean =>
  ticket.state === 'waiting' && estimate !== undefined && estimate.ahead <= NEAR_AHEAD

/** What is new since it was last told: nothing for one who opens the page and reads it anyway. */
export const reminderOf = (before: Told | undefined, after: Told): Reminder | undefined => {
  if (!before) return undefined
  const again = before.ticket.state !== 'called' || before.ticket.calls < after.ticket.calls
  if (after.ticket.state === 'called') return again ? 'called' : undefined
  return isNear(after) && !isNear(before) ? 'near' : undefined
}

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
