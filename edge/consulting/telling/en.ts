/** What a robot answers, in English. */
import type { TellingWords } from './zh.ts'

export const en: TellingWords = {
  between: ' ',
  list: (parts) => parts.join(', '),
  papers: (parts) => parts.join('; '),
  clauses: (parts) => parts.join(', and '),
  documents: (service, papers) => `For ${service} please bring: ${papers}.`,
  noDocuments: (service) => `No papers are listed for ${service}; please ask the staff.`,
  onFloor: (floor, labels) => `window ${labels} (${floor})`,
  where: (service, desks) => `${service} is done at ${desks}.`,
  noneOpen: (service) => `No window is open for ${service} now.`,
  noWait: (service) => `There is almost no wait for ${service} now.`,
  wait: (service, waiting, minutes) =>
    `${service}: ${waiting} ${waiting === 1 ? 'person is' : 'people are'} waiting; expect to wait ${minutes} min.`,
  appointment: (service) => `You can book an appointment for ${service}.`,
  noAppointment: (service) => `No appointment is needed for ${service}: take a number in the hall.`,
  several: (name, services) => `${name}: ${services}.`,
  desk: (label, floor, services) => `Window ${label} is on this floor: ${floor}. It does: ${services}.`,
  deskClosed: (label) => `Window ${label} is not open now.`,
  place: (place, floor) => `${place}: ${floor}.`,
  placeNear: (place, floor, label) => `${place}: ${floor}, near window ${label}.`,
  lift: (lift, floors) => `${lift}: it stops at ${floors}.`,
  waits: (waiting, desks) =>
    `Waiting in the hall now: ${waiting}; open windows: ${desks}. Tell me what you came for, and I say how long it takes.`,
  today: 'Today',
  opens: (day, spans) => `${day}: open ${spans}.`,
  closedOn: (day) => `${day}: closed.`,
  openUntil: (time) => `The hall is open now, until ${time}.`,
  onBreak: (time) => `There is a break now; it goes on at ${time}.`,
  opensAgain: (day, time) => `The hall is closed now and opens ${day} at ${time}.`,
  greeting: (hall) =>
    `Welcome to ${hall}. You can ask me what to bring, which window to go to, how long the wait is and when the hall is open.`,
  person: 'A member of staff will answer this. They have been called; please wait here.',
  nobody: 'I cannot answer this. Please ask the staff in the hall.',
}
