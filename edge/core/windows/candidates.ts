/** What could be done about the waits at this moment: windows to open, to change, to close, breaks to move. */
import type { AdvisedDeed } from '#contracts/advice.ts'
import { MINUTE } from '#contracts/durations.ts'
import { AdviceId, type ServiceId } from '#contracts/ids.ts'
import { spanAt } from '#contracts/opening.ts'
import type { SiteWindow } from '#contracts/site.ts'
import type { Instant } from '#contracts/time.ts'
import type { Break, ServiceWindow } from '#contracts/windows.ts'
import { waitingByService } from '../queue/line.ts'
import type { HallState } from '../state.ts'
import { freeSince } from './balancing.ts'

export interface Candidate {
  adviceId: AdviceId
  deed: AdvisedDeed
  /** The line it is meant for. */
  serviceId: ServiceId
}

/** More than anybody could look through, and as many as can be rolled forward in two seconds in a large hall. */
const MOST = 20
/** A break that begins within this time may be put off by as much. */
const SOON = 45 * MINUTE
const PUT_OFF = 30 * MINUTE
/** A window at which nobody has been for this long might as well close. */
const IDLE = 20 * MINUTE

/** How many wait for each service, the longest lines first. */
const pressure = ({ queues }: HallState): [ServiceId, number][] =>
  [...waitingByService(queues)]
    .map(([serviceId, line]): [ServiceId, number] => [serviceId, line.length])
    .sort((a, b) => b[1] - a[1])

const candidate = (name: string, deed: AdvisedDeed, serviceId: ServiceId): Candidate => ({
  adviceId: AdviceId.parse(`${name}-${deed.windowId}`),
  deed,
  serviceId,
})

/** Of what a window can do, that for which most people wait. */
const mostWanted = (serviceIds: readonly ServiceId[], lines: readonly [ServiceId, number][]): ServiceId | undefined =>
  lines.find(([serviceId]) => serviceIds.includes(serviceId))?.[0]

/** Windows that can do the same are one candidate: the first of them. */
const unlike = (candidates: readonly Candidate[], hall: HallState): Candidate[] => {
  const seen = new Set<string>()
  return candidates.filter(({ deed }) => {
    const skills = [...(hall.paper.windows.get(deed.windowId)?.serviceIds ?? [])].sort().join()
    const kind = `${deed.type} ${deed.type === 'setBreaks' ? deed.windowId : skills}`
    return !seen.has(kind) && seen.add(kind)
  })
}

export const candidatesFor = (hall: HallState, at: Instant): Candidate[] => {
  const lines = pressure(hall)
  const all = hall.site.windows.flatMap((onPaper): Candidate[] => {
    const desk = hall.windows.get(onPaper.windowId)
    return desk ? ofWindow(onPaper, desk, freeSince(hall, desk), lines, at) : []
  })
  const urgency = ({ serviceId }: Candidate) => lines.findIndex(([id]) => id === serviceId)
  const helping = all.filter(({ deed }) => deed.type !== 'closeWindow').sort((a, b) => urgency(a) - urgency(b))
  const closing = all.filter(({ deed }) => deed.type === 'closeWindow').slice(0, 1)
  return [...unlike(helping, hall).slice(0, MOST - closing.length), ...closing]
}

const ofWindow = (
  { windowId, serviceIds: skills }: SiteWindow,
  desk: ServiceWindow,
  idleSince: Instant,
  lines: readonly [ServiceId, number][],
  at: Instant,
): Candidate[] => {
  const wanted = mostWanted(skills, lines)
  if (desk.state === 'closed')
    return wanted ? [candidate('open', { type: 'openWindow', windowId, serviceIds: [...skills] }, wanted)] : []
  if (desk.state === 'paused')
    return wanted && !spanAt(desk.breaks ?? [], at)
      ? [candidate('resume', { type: 'resumeWindow', windowId }, wanted)]
      : []
  const missing = mostWanted(
    skills.filter((serviceId) => !desk.serviceIds.includes(serviceId)),
    lines,
  )
  const later = putOff(desk, at)
  const mine = mostWanted(desk.serviceIds, lines)
  const [first] = desk.serviceIds
  return [
    ...(missing
      ? [
          candidate(
            'widen',
            { type: 'setWindowServices', windowId, serviceIds: [...desk.serviceIds, missing] },
            missing,
          ),
        ]
      : []),
    ...(later && mine ? [candidate('later', { type: 'setBreaks', windowId, breaks: later }, mine)] : []),
    ...(!desk.ticketId && first && at - idleSince >= IDLE && !mine
      ? [candidate('close', { type: 'closeWindow', windowId }, first)]
      : []),
  ]
}

/** Today's breaks with the next one put off, if it begins soon. */
const putOff = ({ breaks = [] }: ServiceWindow, at: Instant): Break[] | undefined => {
  const next = breaks.find(({ from }) => from > at && from <= at + SOON)
  return next && breaks.map((one) => (one === next ? { from: next.from + PUT_OFF, until: next.until + PUT_OFF } : one))
}
