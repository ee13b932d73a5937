/** Words of the rating pad, in English. */
import type { RateWords } from './zh.ts'

export const en: RateWords = {
  title: (label) => `Rate window ${label}`,
  window: (label) => `Window ${label}`,
  ask: 'How was your visit?',
  of: (number) => `Number ${number}`,
  steps: ['Very good', 'Good', 'Passable', 'Poor', 'Very poor'],
  stars: (count) => (count === 1 ? '1 star' : `${count} stars`),
  idle: 'Please rate your visit here afterwards',
  idleHint: 'Your rating and number are kept, never who you are.',
  what: 'What went wrong?',
  whatHint: 'Choose any, or just send.',
  remarks: {
    wait: 'Too long a wait',
    papers: 'Asked for papers again and again',
    explanation: 'Not explained at once',
    manners: 'Unfriendly',
    rules: 'The guide was wrong',
  },
  send: 'Send',
  back: 'Change',
  sending: 'Sending…',
  thanks: 'Thank you for your rating',
  thanksLow: 'Thank you. We will do better.',
  late: 'This rating is closed. Thank you.',
  away: 'The hall cannot be reached. Please try in a moment.',
  unknown: (id) => `This hall has no window ${id}.`,
}
