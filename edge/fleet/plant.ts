/** Lifts and doors of a hall on the bus. */
import type { DoorId, HallId, LiftId } from '#contracts/ids.ts'
import {
  type DoorRequest,
  DoorState,
  type HallDoor,
  type HallLift,
  type LiftRequest,
  LiftState,
} from '#contracts/lifts.ts'
import type { RecordOf } from '#contracts/live.ts'
import type { KnownPlant, Plant } from './plantLink.ts'

export const liftOnBus = (hallId: HallId, liftId: LiftId): Plant<HallLift, LiftRequest> => ({
  topic: `hall/${hallId}/lift/${liftId}`,
  read: (json) => {
    const state = LiftState.safeParse(json).data
    return state && { ...state, liftId }
  },
  report: (lift) => ({ type: 'reportLift', lift }),
  isShown: (ask, { session, door, floor }) =>
    session === ask.session &&
    (ask.session === null || (door === 'open' && floor === (ask.boarded ? ask.to : ask.from))),
})

export const doorOnBus = (hallId: HallId, doorId: DoorId): Plant<HallDoor, DoorRequest> => ({
  topic: `hall/${hallId}/door/${doorId}`,
  read: (json) => {
    const state = DoorState.safeParse(json).data
    return state && { ...state, doorId }
  },
  report: (door) => ({ type: 'reportDoor', door }),
  isShown: ({ open }, { door }) => (door === 'open') === open,
})

export const knownLift = (record: RecordOf<'lift'> | undefined): KnownPlant<HallLift, LiftRequest> => ({
  state: record?.lift,
  ask: record?.request ?? { session: null },
})

export const knownDoor = (record: RecordOf<'door'> | undefined): KnownPlant<HallDoor, DoorRequest> => ({
  state: record?.door,
  ask: { open: record?.wanted ?? false },
})
