/** Those who must be helped in a full day, and the robots' errands: each comes, is taken by somebody, and is over. */
import type { Site } from '#contracts/site.ts'

export type Loose = Record<string, unknown> & { kind: string; id: string }

/** Told at each step: who is new or changed, and who is gone. */
export interface Step {
  put: Loose[]
  remove: { kind: string; id: string }[]
}

const LONG_WAIT_MS = 16 * 60_000
const EVERY_STEPS = 40
/** So many stand open at once. */
const OPEN_AT_ONCE = 5

const idOf = (letter: string, n: number): string => `${letter}${String(n + 1).padStart(4, '0')}`

/** One alert and its card: open at first, accepted halfway, over in the end. */
export const recordsOfCare = (site: Site, step: number, at: number, { put, remove }: Step): void => {
  if (step % EVERY_STEPS !== 0) return
  const tell = (n: number, accepted: boolean): void => {
    const alertId = idOf('L', n)
    const zoneId = site.zones[n % site.zones.length]?.zoneId
    const since = at - LONG_WAIT_MS - (accepted ? EVERY_STEPS * 20_000 : 0)
    const by = accepted ? { acceptedBy: 'S12', acceptedAt: at } : {}
    const service = site.services[n % site.services.length]
    const number = `${service?.letter ?? 'A'}${String((n % 999) + 1).padStart(3, '0')}`
    const source = { by: 'ticket', ticketId: `20261123-${number}`, number, serviceId: service?.serviceId }
    const state = accepted ? 'accepted' : 'open'
    put.push(
      {
        kind: 'alert',
        id: alertId,
        alert: { alertId, kind: 'longWait', source, zoneId, since, raisedAt: at, state, ...by },
      },
      {
        kind: 'card',
        id: idOf('K', n),
        card: {
          cardId: idOf('K', n),
          cause: 'longWait',
          zoneId,
          alertIds: [alertId],
          count: 1,
          longestSince: since,
          state,
          openedAt: at,
          to: ['S12'],
          level: n % 3,
          ...by,
        },
      },
    )
  }
  const n = step / EVERY_STEPS - 1
  tell(n, false)
  if (n >= 2) tell(n - 2, true)
  if (n >= OPEN_AT_ONCE)
    remove.push({ kind: 'alert', id: idOf('L', n - OPEN_AT_ONCE) }, { kind: 'card', id: idOf('K', n - OPEN_AT_ONCE) })
}

/** Each robot with the errand it is on, and its course. */
export const fleetRecords = (site: Site, step: number, at: number): Step['put'] =>
  site.robots.flatMap(({ robotId }, i) => {
    const missionId = idOf('M', i)
    const floorId = site.floors[i % 2]?.floorId
    const nodes = site.routeNodes.filter(({ place }) => place.floorId === floorId).map(({ nodeId }) => nodeId)
    const [from, to] = [site.places[0]?.placeId, site.windows[(step + i) % site.windows.length]?.windowId]
    const robot = { robotId, online: true, mode: 'automatic', batteryPercent: 60 + (step % 8) * 5, charging: false }
    const ongoing = { missionId, kind: 'delivery', from, to, priority: 0, requestedAt: at, robotId, cancelAsked: false }
    if (nodes.length === 0) return []
    const steps = nodes.slice(0, 5).map((nodeId, turn) => ({ nodeId, turn }))
    return [
      { kind: 'robot', id: robotId, robot: { ...robot, nodeId: nodes[0], faults: [], missionId } },
      { kind: 'mission', id: missionId, mission: { ...ongoing, state: 'underway' } },
      {
        kind: 'course',
        id: robotId,
        course: { steps, released: Math.min(2, steps.length), goal: steps.at(-1)?.nodeId },
      },
    ]
  })
