/** Words that all screens share, in English. */
import type { PartWords } from './zh.ts'

export const en: PartWords = {
  fine: 'fine',
  attention: 'attention',
  urgent: 'urgent',
  unknown: 'unknown',
  minutes: (count) => `${count} min`,
  hoursMinutes: (hours, minutes) => (minutes === 0 ? `${hours} h` : `${hours} h ${minutes} min`),
  minuteRange: (from, until) => `${from}–${until} min`,
  underMinutes: (count) => `under ${count} min`,
  soon: 'very soon',
  loading: 'Connecting to the hall…',
  loadingLong: 'The hall cannot be reached for now; still trying.',
  staleSince: (time) => `No news since ${time}`,
  staleHides: 'This may be out of date; waiting times are hidden.',
  unreachable: 'The hall cannot be reached. Please try again soon, or ask the staff.',
  screens: 'Screens of this hall',
  noSuchScreen: 'There is no such screen. Please choose one of these.',
  screen: {
    wall: 'Wall overview',
    queue: 'Queue screen',
    kiosk: 'Ticket kiosk',
    window: 'Window desk',
    staff: 'Floor staff tablet',
    manage: 'Management',
    ticket: 'Ticket on a phone',
    rate: 'Rating pad',
    privacy: 'Privacy notice',
    'sign-in': 'Sign in',
  },
}
