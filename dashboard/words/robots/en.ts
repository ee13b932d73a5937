/** Words for robots, and for the lifts and doors they use, in English. */
import type { RobotWords } from './zh.ts'

export const en: RobotWords = {
  heldUp: {
    robot: ({ where, robot }) => `waits ${where && `${where} `}for ${robot} to make way`,
    liftComing: ({ lift }) => `waits for ${lift} to come`,
    liftBusy: ({ lift }) => `waits for ${lift} to be free`,
    liftOut: ({ lift }) => `${lift} is out of order; a person has to see to it`,
    doorOpening: ({ door }) => `waits for ${door} to open`,
    doorOut: ({ door }) => `${door} is out of order; a person has to see to it`,
    load: ({ place }) => `waits at ${place} to be loaded`,
    unload: ({ place }) => `waits at ${place} to be unloaded`,
    handover: ({ place }) => `waits at ${place} to be loaded or unloaded`,
    obstacle: ({ where }) => `is stopped${where && ` ${where}`}, its way is blocked: please clear it`,
    noWay: ({ to }) => `waits until one of the ways to ${to} is clear`,
    order: () => 'has not answered the order yet',
    silent: () => 'has not been heard of',
    paused: () => 'has been paused; press “Go on” to let it drive',
    notAutomatic: () => 'is driven by hand until somebody gives it back',
    faulty: () => 'has a fault; a person has to see to it',
    placeUnknown: () => 'does not know where it is: push it back to its route',
    stray: () => 'is doing what the hall has not asked; it can be sent afterwards',
  },
  condition: {
    free: 'free',
    driving: 'driving',
    handover: 'loading',
    charging: 'charging',
    heldUp: 'held up',
    paused: 'paused',
    byHand: 'by hand',
    batteryLow: 'battery low',
    needsPerson: 'needs a person',
    outOfReach: 'out of reach',
  },
  trouble: {
    lost: {
      what: ({ robot, where }) => `${robot} is out of reach with things on it${where && `, last seen ${where}`}`,
      todo: ({ to }) => (to ? `Find it and take the things to ${to}.` : 'Find it and take the things off.'),
    },
    faulty: {
      what: ({ robot, where }) => `${robot} has a fault${where && ` ${where}`}`,
      todo: () => 'Do what its screen says; else push it aside and tell the administrator.',
    },
    obstacle: {
      what: ({ robot, where }) => `${robot} is stopped${where && ` ${where}`}, its way is blocked`,
      todo: () => 'Clear the way; it goes on by itself.',
    },
    failed: {
      what: ({ robot, to }) => `${robot} could not deliver${to && ` to ${to}`}`,
      todo: ({ to }) => `Take the things off${to && ` and bring them to ${to}`}.`,
    },
    load: {
      what: ({ robot, from }) =>
        from
          ? `The errand is called off and its things are still on ${robot}`
          : `${robot} has things on it that no errand asks for`,
      todo: ({ from }) => `Take them off${from && ` and give them back to ${from}`}.`,
    },
    lift: {
      what: ({ robot, lift }) => `${robot} has stood at ${lift || 'the lift'} for too long`,
      todo: () => 'Look at the lift: open it and let the robot out, or call for repair.',
    },
    misplaced: {
      what: ({ robot, where }) => `${robot} is off its route${where && `, last seen ${where}`}`,
      todo: () => 'Push it back to its route or to its charger.',
    },
    handover: {
      what: ({ robot, place, where }) =>
        `${robot} has waited long ${place ? `at ${place}` : where || 'at its stop'} and nobody came`,
      todo: () => 'Load or unload it, then press the button below.',
    },
  },
  beside: (place) => `near ${place}`,
  inLift: (lift) => `in ${lift}`,
  atCharger: 'at a charger',
  charger: 'the charger',
  onFloor: (floor) => `on ${floor}`,
  toCharger: 'going to charge',
  fetching: 'fetching',
  neverHeard: 'has not reported yet',
  nowhere: 'place unknown',

  loaded: 'Loaded',
  taken: 'Taken off',
  pause: 'Pause',
  resume: 'Go on',
  battery: (percent) => `Battery ${percent}%`,

  leaf: { open: 'open', closed: 'closed', moving: 'moving' },
  liftDoor: (leaf) => `door ${leaf}`,
  liftHere: (lift) => `${lift} is here`,
  liftAt: (lift, floor) => `${lift} at ${floor}`,
  servesRobot: 'serves a robot',
  out: (name) => `${name} out of order`,
  silent: (name) => `${name} not heard of`,

  saved: 'Saved at windows',
  hours: 'h',
  minutes: 'min',
}
