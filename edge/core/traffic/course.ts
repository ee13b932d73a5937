/** Courses: where each robot drives, and how far it may drive now. */
import type { RobotId, RouteNodeId } from '#contracts/ids.ts'

export interface Step {
  readonly nodeId: RouteNodeId
  /** Virtual time; in one turn every robot takes one step at most. Who visits a node first is told by it. */
  readonly turn: number
}

export interface Course {
  /** The first is where the robot stands, or the last it has passed. */
  readonly steps: readonly Step[]
  /** So many of the steps, 1 at least, are its base: it may drive them at once, and they are never taken back. */
  readonly released: number
}

export type Courses<C extends Course = Course> = ReadonlyMap<RobotId, C>
