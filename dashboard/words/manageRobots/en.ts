/** Words of the managers' chapter on robots, in English. */
import type { ManageRobotWords } from './zh.ts'

export const en: ManageRobotWords = {
  saved: (delivered, value, unit) => `${delivered} errands done today; the windows were saved ${value} ${unit}.`,
  savedHow: (metres, minutes) =>
    `Each counts as a clerk’s walk there and back (${metres} m a second) and ${minutes} min away from the window; guiding does not count.`,

  robots: 'Robots',
  noRobots: 'There are no robots in this hall.',
  robot: 'Robot',
  state: 'State',
  battery: 'Battery',
  place: 'Place',
  errand: 'Errand',
  make: 'Make',
  profile: { standard: 'standard', strict: 'strict', tray: 'tray', missionDispatch: 'Mission Dispatch' },
  limits: 'Limits',
  mode: {
    automatic: 'automatic',
    semiautomatic: 'semi-automatic',
    manual: 'manual',
    service: 'service',
    teachin: 'teach-in',
  },
  handling: { robot: 'loads itself', person: 'loaded by people' },
  nodes: (count) => `${count} nodes at once`,
  interval: (seconds) => `${seconds} s between orders`,
  idLength: (count) => `ids up to ${count} letters`,
  actions: (names) => `knows ${names.join(', ')}`,
  noErrand: 'no errand',
  batteryRules: (critical, good, sufficient, full) =>
    `Marks: below ${critical}% it only charges; below ${good}% it charges when idle; from ${sufficient}% on it may be called away; ${full}% is full.`,
  pauseEffect: 'It stops where it is; other robots go round it.',
  surelyPause: 'Pause it',
  keep: 'Leave it',

  plant: 'Lifts and doors',

  send: 'Send a robot',
  kind: 'What for',
  from: 'From',
  to: 'To',
  choosePlace: 'Choose',
  note: 'Note (optional, no names)',
  priority: 'Priority',
  priorities: { ordinary: 'ordinary', urgent: 'urgent', most: 'most urgent' },
  deadline: 'Wanted there',
  anytime: 'any time',
  within: (minutes) => `within ${minutes} min`,
  doSend: 'Send a robot',
  sending: 'Sending…',
  sent: (time) => `Given to the hall at ${time}; the errand is listed below.`,

  missions: 'Errands of today',
  filter: { ongoing: 'Ongoing', delivered: 'Done', failed: 'Not delivered', cancelled: 'Called off' },
  noneOfThese: 'No such errands.',
  asked: (time) => `asked at ${time}`,
  cancel: 'Call off',
  cancelSurely: 'Call it off',
  cancelEffect: {
    waiting: 'No robot is sent any more.',
    assigned: 'The robot stops and does something else.',
    underway: 'The robot stops with the things on it; somebody is called to take them.',
  },
  working: 'Doing it…',
  save: (days) => `Save the last ${days} days (CSV)`,
  savedMinutes: (minutes) => `saved ${minutes} min`,
}
