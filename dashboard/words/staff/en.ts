/** Words of the floor staff's tablet, in English. */
import type { StaffWords } from './zh.ts'

export const en: StaffWords = {
  title: 'Help needed',
  people: 'People',
  map: 'Map',
  missions: 'Robots',
  everywhere: 'All floors',
  nearFirst: 'I am on',

  nobody: 'Nobody has waited too long.',
  nobodyHint: (waiting) => (waiting === 0 ? 'Nobody is waiting now.' : `${waiting} waiting now, none of them long.`),
  nobodyStale: 'The hall cannot be reached, so it is not known whether somebody needs help.',

  since: (time) => `since ${time}`,
  byTicket: 'waiting too long',
  byCamera: 'Sitting here long, seen by camera',
  byQuestion: (robot) => `has asked ${robot}, which could not answer`,
  zoneOnFloor: (zone, floor) => `${zone} · ${floor}`,
  somewhere: 'Place unknown',

  notAccepted: 'Nobody yet',
  mine: 'You go',
  theirs: (who) => (who === '' ? 'A colleague goes' : `${who} goes`),
  pending: 'Not sent yet; it goes by itself once connected',
  pendingCount: (count) => (count === 1 ? '1 tap not sent yet' : `${count} taps not sent yet`),

  offer: 'You can offer',
  measure: { soothe: 'Soothe', guide: 'Guide', verifyId: 'Check ID', assist: 'Assist', precheck: 'Pre-check' },
  accept: 'I go',
  handOver: 'Hand over',
  resolve: 'Done',
  dismiss: 'Nobody needed help',
  nothingWrong: 'Nothing wrong',
  how: 'How did it end?',
  outcome: {
    reassured: 'Glad to wait',
    broughtToWindow: 'Taken to window',
    papersReady: 'Papers ready',
    servedElsewhere: 'Served elsewhere',
    left: 'Has left',
    answered: 'Answered',
    wayCleared: 'Way is clear',
    thingsTaken: 'Things taken off',
    goesAgain: 'Robot goes again',
    setAside: 'Pushed aside',
  },
  back: 'Back',
  ended: 'Noted',

  noRobots: 'There are no robots in this hall.',
  errands: 'Errands',
  noMissions: 'No robot has an errand.',
  pin: (minutes) => `${minutes} min`,
  noOneOnFloor: 'Nobody needs help on this floor.',
}
