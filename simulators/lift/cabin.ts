/** A lift cabin and its controller: where it stands, whom it serves, and how both go on with time. No network. */
import { SECOND } from '#contracts/durations.ts'
import type { FloorId } from '#contracts/ids.ts'
import type { Leaf, LiftRequest, LiftState } from '#contracts/lifts.ts'

export interface CabinOptions {
  /** The bottom first. */
  floors: readonly FloorId[]
  /** The bottom unless told otherwise. */
  startFloor?: FloorId
  /** 8 unless told otherwise. */
  secondsPerFloor?: number
  /** To open, or to close; 3 unless told otherwise. */
  doorSeconds?: number
}

export type Served = Extract<LiftRequest, { session: string }>

type Motion = 'up' | 'down' | 'opening' | 'closing'

/** Changed in place, by the functions of this file. */
export interface Cabin {
  readonly options: Required<CabinOptions>
  /** The floor it stands at or has passed last, from the bottom. */
  at: number
  door: Leaf
  motion: Motion | undefined
  /** Time until the motion is done, or until people have got in or out. */
  left: number
  /** Whose it is, until it is told that it is nobody's. */
  served: Served | undefined
  /** What it was asked last, while it cannot take it. */
  asked: Served | undefined
  /** Floors that people want to. */
  stops: number[]
  inService: boolean
}

const PEOPLE_TIME = 5 * SECOND

export const createCabin = (options: CabinOptions): Cabin => {
  const { floors, startFloor, secondsPerFloor = 8, doorSeconds = 3 } = options
  const [bottom] = floors
  const start = startFloor ?? bottom
  if (start === undefined || !floors.includes(start)) throw new RangeError('a lift starts at one of its floors')
  return {
    options: { floors, startFloor: start, secondsPerFloor, doorSeconds },
    at: floors.indexOf(start),
    door: 'closed',
    motion: undefined,
    left: 0,
    served: undefined,
    asked: undefined,
    stops: [],
    inService: true,
  }
}

export const stateOf = ({ options, at, door, served, inService }: Cabin): LiftState => {
  const floor = options.floors[at]
  if (floor === undefined) throw new RangeError(`no floor ${at}`)
  return { floor, door, session: served?.session ?? null, inService }
}

/** Whoever has it keeps it until the session is null; only then is another taken. A request for other floors is none. */
export const ask = (cabin: Cabin, request: LiftRequest): void => {
  cabin.asked = undefined
  if (request.session === null) {
    cabin.served = undefined
    return
  }
  const { floors } = cabin.options
  if (!floors.includes(request.from) || !floors.includes(request.to)) return
  if (cabin.served?.session === request.session) cabin.served = request
  else cabin.asked = request
  takeNext(cabin)
}

/** Somebody presses a button. Nothing while it is a robot's or others are under way. */
export const carryPeople = (cabin: Cabin, from: FloorId, to: FloorId): void => {
  const stops = [from, to].map((floor) => cabin.options.floors.indexOf(floor))
  if (cabin.served === undefined && cabin.stops.length === 0 && !stops.includes(-1)) cabin.stops = stops
}

/** Stands with its door closed where it is. Whoever had it still has it after the repair. */
export const breakDown = (cabin: Cabin): void => {
  Object.assign(cabin, { inService: false, door: 'closed', motion: undefined, left: 0, stops: [] })
}

export const repair = (cabin: Cabin): void => {
  cabin.inService = true
  takeNext(cabin)
}

export const advance = (cabin: Cabin, time: number): void => {
  let left = time
  while (left > 0 && cabin.inService) {
    takeNext(cabin)
    if (cabin.motion === undefined && cabin.left === 0) setOff(cabin)
    if (cabin.motion === undefined && cabin.left === 0) return
    const slice = Math.min(left, cabin.left)
    cabin.left -= slice
    left -= slice
    if (cabin.left <= 0) arrive(cabin)
  }
}

const takeNext = (cabin: Cabin): void => {
  if (!cabin.inService || cabin.served || !cabin.asked || cabin.stops.length > 0) return
  cabin.served = cabin.asked
  cabin.asked = undefined
}

/** Where it should stand, and whether open. */
const goalOf = ({ options, at, served, stops }: Cabin): { floor: number; open: boolean } => {
  if (served) return { floor: options.floors.indexOf(served.boarded ? served.to : served.from), open: true }
  return { floor: stops[0] ?? at, open: stops.length > 0 }
}

/** The next motion towards the goal, if one is needed. */
const setOff = (cabin: Cabin): void => {
  const { secondsPerFloor, doorSeconds } = cabin.options
  const { floor, open } = goalOf(cabin)
  const isThere = floor === cabin.at
  if (cabin.door === 'open') {
    if (isThere && open) {
      if (cabin.stops.length > 0) cabin.left = PEOPLE_TIME
      return
    }
    move(cabin, 'closing', doorSeconds)
  } else if (!isThere) move(cabin, floor > cabin.at ? 'up' : 'down', secondsPerFloor)
  else if (open) move(cabin, 'opening', doorSeconds)
}

const move = (cabin: Cabin, motion: Motion, seconds: number): void => {
  cabin.motion = motion
  cabin.left = seconds * SECOND
  if (motion === 'opening' || motion === 'closing') cabin.door = 'moving'
}

const arrive = (cabin: Cabin): void => {
  const { motion } = cabin
  cabin.motion = undefined
  cabin.left = 0
  switch (motion) {
    case 'up':
      cabin.at += 1
      break
    case 'down':
      cabin.at -= 1
      break
    case 'opening':
      cabin.door = 'open'
      break
    case 'closing':
      cabin.door = 'closed'
      break
    case undefined:
      cabin.stops.shift()
  }
}
