/** A line between the hall and one robot, lift or door. */
import type { Site } from '#contracts/site.ts'
import type { Bus, Clock, EdgeHall, Log } from '../ports.ts'

export interface FleetNeeds {
  site: Site
  hall: EdgeHall
  bus: Bus
  clock: Clock
  log: Log
}

/** `Known` is what the hall knows of who is at the other end. */
export interface Link<Known> {
  /** As the hall has it now. */
  learn(known: Known): void
  /** Once a second: silence is noticed, what is unanswered is said again. */
  beat(): void
  /** Says at once what is unanswered: the bus is back. */
  hurry(): void
  close(): void
}
