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
}
