/** Which lifts and doors are to be asked for something else than before: it follows from the courses of robots. */
import type { HallState } from '../state.ts'
import type { Key } from '../touching.ts'
import { isDoorWanted, liftRequest } from './lifts.ts'

export const askedAnew = (before: HallState, after: HallState): Key[] => {
  if (before.courses === after.courses && before.lifts === after.lifts) return []
  const request = (hall: HallState, id: Parameters<typeof liftRequest>[0]) => JSON.stringify(liftRequest(id, hall))
  const lifts = [...after.lifts.keys()].filter((id) => request(before, id) !== request(after, id))
  const doors = [...after.doors.keys()].filter((id) => isDoorWanted(id, before) !== isDoorWanted(id, after))
  return [...lifts.map((id): Key => ({ kind: 'lift', id })), ...doors.map((id): Key => ({ kind: 'door', id }))]
}
