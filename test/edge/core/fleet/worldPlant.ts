/** The lift and the doors of the fleet world: they do what they are asked, a moment later. */
import type { LiftId } from '#contracts/ids.ts'
import type { HallLift } from '#contracts/lifts.ts'
import type { Site } from '#contracts/site.ts'
import { liftRequest } from '#edge/core/fleet/lifts.ts'
import type { HallState } from '#edge/core/state.ts'

/** From one floor to the next, in seconds. */
const RIDE_SECONDS = 4

export const createWorldLift = (liftId: LiftId, { lifts }: Site) => {
  const { floorIds: [floor] = [] } = lifts.find((lift) => lift.liftId === liftId) ?? {}
  if (floor === undefined) throw new Error(`${liftId} stops on no floor`)
  const lift: HallLift = { liftId, floor, door: 'closed', session: null, inService: true }
  let rides = 0

  /** One second. Out of order it stands as it is. */
  const live = (hall: HallState): void => {
    if (!lift.inService) return
    const asked = liftRequest(liftId, hall)
    if (asked.session === null) {
      Object.assign(lift, { session: null, door: 'closed' })
      return
    }
    if (lift.session !== null && lift.session !== asked.session) throw new Error(`${liftId} is ${lift.session}’s`)
    lift.session = asked.session
    const target = asked.boarded ? asked.to : asked.from
    if (lift.floor !== target) {
      lift.door = 'moving'
      if (++rides < RIDE_SECONDS) return
      lift.floor = target
    }
    rides = 0
    lift.door = 'open'
  }

  return { lift, live }
}
