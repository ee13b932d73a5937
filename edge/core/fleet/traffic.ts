/** All that moves robots, in its order: what has arrived, plans, and orders for who may drive on. */
import type { HallEvent } from '#contracts/facts.ts'
import type { Instant } from '#contracts/time.ts'
import type { HallState } from '../state.ts'
import { arrive } from './arriving.ts'
import { assign } from './assigning.ts'
import { charge } from './charging.ts'
import { dropStale, plan } from './driving.ts'
import { holdUps } from './holdUps.ts'
import { inTurn } from './inTurn.ts'
import { lose } from './losing.ts'
import { writeOrders } from './writing.ts'

/** Whenever a robot, a lift or a door has said something new: what it sets free is driven at once. */
export const traffic = (hall: HallState, at: Instant): HallEvent[] =>
  hall.courses.size === 0 ? [] : inTurn(hall, at, arrive, writeOrders)

/** Once a second: who goes for what, who charges, and where everybody drives next. */
export const dispatch = (hall: HallState, at: Instant): HallEvent[] =>
  hall.courses.size === 0
    ? inTurn(hall, at, lose, assign)
    : inTurn(hall, at, lose, assign, charge, arrive, dropStale, plan, writeOrders, holdUps)
