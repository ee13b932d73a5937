/** Words for robots' errands, in English. */
import type { MissionWords } from './zh.ts'

export const en: MissionWords = {
  window: (label) => `window ${label}`,
  guide: 'Guiding',
  delivery: 'Papers',
  way: (from, to) => `${from} → ${to}`,
  looking: 'Looking for a robot',
  waiting: 'Waiting for a robot',
  allBusy: 'All robots are busy',
  noRobot: 'No robot can go now',
  fetching: (robot) => `${robot} is coming to fetch`,
  carrying: (robot) => `${robot} is on its way`,
  cancelling: (robot) => `Telling ${robot} to stop`,
  delivered: (time) => `Delivered at ${time}`,
  failed: 'Not delivered',
  cancelled: 'Called off',
  unfit: {
    offline: 'offline',
    notAutomatic: 'driven by hand',
    busy: 'busy',
    batteryLow: 'battery low',
    placeUnknown: 'place unknown',
    noRoute: 'no way there',
    faulty: 'fault',
  },
  failure: {
    orderLost: 'the robot broke off',
    pickFailed: 'could not pick up',
    dropFailed: 'could not hand over',
  },
  rejected: 'the robot refused the order',
  faulted: 'the robot has a fault',
  since: (time) => `since ${time}`,
  urgent: 'urgent',
}
