/** Words of the queue screen, in English. */
import type { QueueWords } from './zh.ts'

export const en: QueueWords = {
  title: 'Queue',
  goTo: 'Please go to',
  window: (label) => `Window ${label}`,
  comeTo: (number, label) => `${number}, please go to window ${label}`,
  again: (times) => `Call ${times}`,
  past: 'Called before',
  noPast: 'Numbers called will be listed here.',
  invite: 'Take a number and watch for it here',
  inviteHint: 'The ticket kiosk is at the entrance. The guide desk is glad to help.',
  waiting: (count) => `${count} waiting`,
  nobody: '0 waiting',
  noWindow: 'no window open',
  silenced: 'Sound is off. Touch the screen to turn it on.',
  tooFar: (metres, reach) =>
    `The farthest seat is ${metres} m away; this screen can be read from ${reach} m at most. Please hang a larger one or move the seats closer.`,
}
