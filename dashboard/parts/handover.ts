/** Robots that stand at a window: what is to be done with the papers there, and which papers may be asked back. */
import type { Mission } from '#contracts/missions.ts'
import { isUnderway, type Ongoing } from './missions.ts'

export interface Handover {
  readonly mission: Ongoing
  /** Papers are to be put on the robot, or to be taken from it. */
  readonly deed: 'load' | 'unload'
}

/** The robot that has stood there longest; `placeId` is a window's or a place's. */
export const handoverAt = (missions: Iterable<Mission>, placeId: string): Handover | undefined => {
  const [first] = [...missions]
    .flatMap((mission) => handoverOf(mission) ?? [])
    .filter(({ mission, deed }) => String(deed === 'load' ? mission.from : mission.to) === placeId)
    .sort((a, b) => (a.mission.arrivedAt ?? 0) - (b.mission.arrivedAt ?? 0))
  return first
}

/** Nothing while its robot has not arrived, or is told to stop. */
export const handoverOf = (mission: Mission): Handover | undefined =>
  isUnderway(mission) && mission.arrivedAt !== undefined && !mission.cancelAsked
    ? { mission, deed: mission.state === 'assigned' ? 'load' : 'unload' }
    : undefined

/** Delivered papers that nobody has asked back since. */
export const mayReturn = (mission: Mission, missions: Iterable<Mission>): boolean =>
  mission.state === 'delivered' &&
  mission.kind === 'delivery' &&
  ![...missions].some(
    ({ kind, state, from, to, requestedAt }) =>
      kind === 'return' &&
      state !== 'failed' &&
      state !== 'cancelled' &&
      from === mission.to &&
      to === mission.from &&
      requestedAt >= mission.finishedAt,
  )
