/** When an alert that nobody has accepted becomes urgent. */
import type { Alert } from '#contracts/alerts.ts'

/** A visitor who has asked a robot stands beside it, and soon leaves. */
const QUESTION_MINUTES = 3
const ROBOT_MINUTES = 10
const CROWDING_MINUTES = 10
const LINE_MINUTES = 10
/** Nobody suffers from a camera or a device: they never come before a person. */
const CAMERA_MINUTES = Number.POSITIVE_INFINITY

/** `minutes` is how long it has been going on; a long wait is urgent from twice the hall's own limit on. */
export const isUrgent = ({ kind }: Pick<Alert, 'kind'>, minutes: number, longWaitMinutes: number): boolean => {
  const limits = {
    longWait: 2 * longWaitMinutes,
    question: QUESTION_MINUTES,
    robot: ROBOT_MINUTES,
    crowding: CROWDING_MINUTES,
    camera: CAMERA_MINUTES,
    noShows: LINE_MINUTES,
    imbalance: LINE_MINUTES,
    device: CAMERA_MINUTES,
  }
  return minutes >= limits[kind]
}

/** People and robots come first, then cameras and devices, however long. */
export const isBehind = ({ kind }: Pick<Alert, 'kind'>): boolean => kind === 'camera' || kind === 'device'
