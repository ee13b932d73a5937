/** Courses and travellers in few words. */
import type { RobotId, RouteNodeId } from '#contracts/ids.ts'
import type { Course } from '#edge/core/traffic/course.ts'
import { planAhead, type Traveller } from '#edge/core/traffic/planning.ts'
import type { RouteMap } from '#edge/core/traffic/routeMap.ts'
import { node, robot } from './halls.ts'

/** `A: 'x 1-0@3 | 2-0@4'`: nodes with their turns, 0 when not said; what stands behind the bar is only planned. */
export const courses = (written: Record<string, string>): Map<RobotId, Course> =>
  new Map(
    Object.entries(written).map(([id, text]) => {
      const [base = '', plan = ''] = text.split('|').map((part) => part.trim())
      const stepsOf = (part: string) =>
        part === ''
          ? []
          : part.split(' ').map((word) => {
              const [nodeId = '', turn = '0'] = word.split('@')
              return { nodeId: node(nodeId), turn: Number(turn) }
            })
      const released = stepsOf(base)
      return [robot(id), { steps: [...released, ...stepsOf(plan)], released: released.length }]
    }),
  )

/** The first has the highest rank; `!` stands fast, `-` has no goal. */
export const travellers = (written: Record<string, string>): Map<RobotId, Traveller> =>
  new Map(
    Object.entries(written).map(([id, goal], i): [RobotId, Traveller] => [
      robot(id),
      { rank: -i, fixed: goal === '!', ...(goal !== '!' && goal !== '-' && { goal: node(goal) }) },
    ]),
  )

/** What is planned from turn 10 on: the nodes, by robot. */
export const planned = (
  map: RouteMap,
  from: Record<string, string>,
  bound: Record<string, string>,
  closed: ReadonlySet<RouteNodeId> = new Set(),
): Record<string, string[]> => {
  const { steps } = planAhead(courses(from), travellers(bound), { map, closed }, 10)
  return Object.fromEntries([...steps].map(([id, own]) => [id, own.map(({ nodeId }) => nodeId)]))
}
