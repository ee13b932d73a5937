/** The rules of a queue in plain sentences, in English. */
import type { RuleWords } from './zh.ts'

export const en: RuleWords = {
  where:
    'The rules stand in the site file of the hall and take effect when it starts. Below each is its name in the file.',

  lanesTopic: 'Who goes first',
  lanes: {
    timeCredit: 'Priority and appointments count as earlier',
    strict: 'Priority first, then appointments',
    ratio: 'In turn, by number',
    accumulating: 'Minutes count more than once',
  },
  timeCredit: (priority, appointment) =>
    `A priority visitor counts as having come ${priority} minutes earlier, one with an appointment ${appointment} minutes earlier; then whoever has waited longest is called.`,
  strict:
    'Priority visitors go first, then appointments, then walk-ins, however long they wait; within each, whoever has waited longest.',
  ratio: (walkIns) =>
    `After ${walkIns} walk-ins at a window it is the turn of one priority visitor or appointment; where only one kind waits, first come, first served.`,
  accumulating: (priority, appointment) =>
    `A minute of a priority visitor counts ${priority} times, of an appointment ${appointment} times, of a walk-in once; whoever has most is called.`,
  bound: (minutes) => `Nobody is passed by somebody who came more than ${minutes} minutes later.`,
  boundInService: (minutes) =>
    `Within a service, nobody is passed by somebody who came more than ${minutes} minutes later.`,
  unbounded: 'There is no limit to how often a walk-in is passed.',
  growing: (waited, later) =>
    `A walk-in who has waited ${waited} minutes is passed by nobody who came more than ${later} minutes later.`,

  balancingTopic: 'Between services',
  balancing: {
    longestWait: 'Longest wait first',
    gcmu: 'Short services first',
    longestQueue: 'Longest line first',
  },
  longestWait: 'Where a window does several services, whoever has waited longest is called, whatever the service.',
  gcmu: 'The wait is divided by the minutes a service usually takes, and the largest goes first: short services go ahead, and all together wait less.',
  longestQueue: 'Where a window does several services, the one for which most people wait goes first.',
  own: (minutes) => `A window's own services count as ${minutes} minutes earlier than those it only helps with.`,
  alike: 'Services a window only helps with count the same as its own.',

  callingTopic: 'Who calls',
  calling: { byClerk: 'The clerk', automatic: 'The hall itself' },
  byClerk: 'The clerk presses "call next", and the hall chooses whom.',
  automatic:
    'A free window is given its next visitor within a second; where several are free, the one that does the fewest services first.',
  noShow: (calls, grace) =>
    `Called ${calls === 1 ? 'once' : `${calls} times`} without coming, a visitor may count as missed, and keeps the place when back within ${grace} minutes.`,
  undo: (seconds) => `The last deed at a window can be undone for ${seconds} seconds.`,

  tidalTopic: 'Tidal windows',
  tidalNone: 'None',
  tidalAdvise: 'Advised',
  tidalAutomatic: 'By themselves',
  tidalNowhere: 'This hall has no tidal windows.',
  tidalWindows: (labels) => `Tidal windows: ${labels}.`,
  tidalByAdvice: 'When to open and close them, the hall only advises; the managers decide.',
  tidalOpens: (after, apart) =>
    `When somebody has waited ${after} minutes, one that can serve them opens; the next one ${apart} minutes later at the earliest.`,
  tidalCloses: (below, least) =>
    `It closes when nobody waits longer than ${below} minutes, and not before it was open for ${least} minutes.`,

  adviceTopic: 'Advice of the hall',
  adviceSuggest: 'Carried out by people',
  adviceAutomatic: 'Carried out by itself',
  suggest: 'The hall only advises; a manager presses "carry out".',
  automaticAdvice: 'When the best advice helps enough, the hall carries it out, then watches for some minutes.',

  hoursTopic: 'Opening hours and numbers',
  refuseOutside: 'Numbers while open',
  acceptOutside: 'Numbers at any time',
  early: (minutes) =>
    `Numbers are given out from ${minutes} minutes before opening on, and no longer when there is no time left to serve.`,
  always: 'Numbers are given out while the hall is closed as well.',
  limits: (services) =>
    `${services === 1 ? 'One service has' : `${services} services have`} a limit of numbers for each day.`,
  weekday: {
    monday: 'Monday',
    tuesday: 'Tuesday',
    wednesday: 'Wednesday',
    thursday: 'Thursday',
    friday: 'Friday',
    saturday: 'Saturday',
    sunday: 'Sunday',
  },
  days: (from, until) => (from === until ? from : `${from} to ${until}`),
  closed: 'closed',
  hours: (days, spans) => `${days}: ${spans}`,
  holidays: (days) => `Closed on ${days}.`,
  ownHours: (days) => `Hours of their own: ${days}.`,

  appointmentsTopic: 'Appointments',
  appointmentsNone: 'Not taken',
  appointmentsTaken: (services) => (services === 1 ? '1 service' : `${services} services`),
  noAppointments: 'No service takes appointments.',
  booking: (days) => `Slots can be booked ${days} days ahead.`,
  late: (minutes) =>
    `More than ${minutes} minutes late, a visitor counts as a walk-in; ${minutes} minutes after the slot has ended, as missed.`,

  goalsTopic: 'Target',
  goalsInForce: (minutes) => `9 in 10 within ${minutes} min`,
  target: (minutes) => `Windows are planned so that nine of ten wait no longer than ${minutes} minutes.`,
  longWait: (minutes) => `Longer than ${minutes} minutes is a long wait: staff are asked to help.`,
}
