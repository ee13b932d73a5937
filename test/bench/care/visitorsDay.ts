/** Visitors, clerks, cameras and robots of one day, acted out on the production core; whoever looks after people is somebody else. */
import type { Command } from '#contracts/commands.ts'
import { HOUR, MINUTE, SECOND } from '#contracts/durations.ts'
import { CameraId, type RobotId, StayId, type TicketId, type WindowId, type ZoneId } from '#contracts/ids.ts'
import { RobotReport } from '#contracts/robots.ts'
import type { Instant } from '#contracts/time.ts'
import { nextService } from '#contracts/visit.ts'
import { freeWindows } from '#edge/core/windows/balancing.ts'
import type { Dice } from '#simulators/random.ts'
import type { Agenda } from '../queue/agenda.ts'
import type { Visitor } from '../queue/crowds.ts'
import type { House } from '../queue/house.ts'

export interface DayNeeds {
  house: House
  agenda: Agenda
  dice: Dice
  opensAt: Instant
  hours: number
  visitors: readonly Visitor[]
}

/** Chances and rates of what happens beside the waiting itself. */
const NO_SHOW = 0.04
const SEEN_BY_CAMERA = 0.6
const QUESTIONS_PER_HOUR = 2
const FAULTS_PER_HOUR = 3
const BLIND_PER_DAY = 2

const ask = ({ house }: DayNeeds, command: Command, at: Instant): boolean => house.ask(command, at).ok

/** Free windows call, serve for as long as the visitor takes, and now and then nobody comes. */
export const keepServing = (needs: DayNeeds): { press(at: Instant): void } => {
  const { house, agenda, dice, opensAt, visitors } = needs
  const taken = new Map<TicketId, Visitor>()

  const serve = (windowId: WindowId, at: Instant): void => {
    const ticketId = house.now().windows.get(windowId)?.ticketId
    const visitor = ticketId && taken.get(ticketId)
    if (dice.chance(NO_SHOW)) {
      agenda.put(at + MINUTE, (later) => void ask(needs, { type: 'missTicket', windowId }, later))
      return
    }
    ask(needs, { type: 'startServing', windowId }, at)
    agenda.put(at + (visitor?.takes ?? MINUTE), (later) => void ask(needs, { type: 'finishServing', windowId }, later))
  }
  for (const visitor of visitors)
    agenda.put(opensAt + visitor.comes, (at) => {
      const answer = house.ask({ type: 'issueTicket', serviceIds: [visitor.serviceId], lane: visitor.lane }, at)
      const issued = answer.ok ? answer.events.find(({ type }) => type === 'ticketIssued') : undefined
      if (issued?.type === 'ticketIssued') taken.set(issued.ticketId, visitor)
    })
  return {
    press: (at) => {
      for (const { windowId } of freeWindows(house.now()))
        if (ask(needs, { type: 'callNext', windowId }, at)) serve(windowId, at)
    },
  }
}

/** Some of those who wait too long are seen by a camera too, until they are called. */
export const keepWatching = (needs: DayNeeds): { look(at: Instant): void } => {
  const { house, dice } = needs
  const seen = new Map<TicketId, StayId | undefined>()
  const cameraOf = (zoneId: ZoneId | undefined) =>
    house.site.cameras.find(({ zones }) => zones.some((zone) => zone.zoneId === zoneId))?.cameraId

  return {
    look: (at) => {
      for (const { source, zoneId } of house.now().alerts.values()) {
        if (source.by !== 'ticket' || seen.has(source.ticketId)) continue
        const cameraId = cameraOf(zoneId)
        const isSeen = cameraId && zoneId && dice.chance(SEEN_BY_CAMERA)
        const stayId = isSeen ? StayId.parse(`${cameraId}-${seen.size}`) : undefined
        seen.set(source.ticketId, stayId)
        if (cameraId && zoneId && stayId)
          ask(needs, { type: 'reportLongStay', cameraId, zoneId, stayId, since: at - 15 * MINUTE, seenAt: at }, at)
      }
      for (const [ticketId, stayId] of seen)
        if (stayId && house.now().tickets.get(ticketId)?.state !== 'waiting') {
          const cameraId = CameraId.parse(stayId.replace(/-\d+$/, ''))
          ask(needs, { type: 'reportStayOver', cameraId, stayId }, at)
          seen.set(ticketId, undefined)
        }
    },
  }
}

/** In the order of an ordinary hour: how many wait in each zone counts as people there. */
export const crowdIn = ({ house }: DayNeeds): Map<ZoneId, number> => {
  const people = new Map<ZoneId, number>()
  for (const queue of house.now().queues)
    for (const ticket of queue) {
      const serviceId = nextService(ticket)
      const zoneId = serviceId && house.now().paper.services.get(serviceId)?.zoneId
      if (zoneId) people.set(zoneId, (people.get(zoneId) ?? 0) + 1)
    }
  return people
}

/** Robots are asked, stop for a moment or for minutes, and cameras are covered: all at random, and all pass. */
export const planMishaps = (needs: DayNeeds): void => {
  const { house, agenda, dice, opensAt, hours } = needs
  const some = (perHour: number) => Math.round(perHour * hours)
  const anyTime = () => opensAt + dice.uniform(0, hours * HOUR)
  const robotId = () => dice.pick(house.site.robots.map((robot) => robot.robotId))
  for (let i = 0; i < some(QUESTIONS_PER_HOUR); i += 1)
    agenda.put(anyTime(), (at) => void ask(needs, { type: 'askForPerson', robotId: robotId(), language: 'zh' }, at))
  for (let i = 0; i < some(FAULTS_PER_HOUR); i += 1) {
    const id = robotId()
    agenda.put(anyTime(), (at) => {
      ask(needs, faulty(id, house, ['obstacle']), at)
      agenda.put(at + dice.lognormal(40, 1) * SECOND, (later) => void ask(needs, faulty(id, house, []), later))
    })
  }
  for (let i = 0; i < BLIND_PER_DAY; i += 1) {
    const cameraId = dice.pick(house.site.cameras.map((camera) => camera.cameraId))
    agenda.put(anyTime(), (since) => {
      ask(needs, { type: 'reportCamera', cameraId, problem: 'covered', since }, since)
      agenda.put(
        since + 5 * MINUTE,
        (later) => void ask(needs, { type: 'reportCamera', cameraId, since: later }, later),
      )
    })
  }
}

const faulty = (robotId: RobotId, { site }: House, faults: string[]): Command => ({
  type: 'reportRobot',
  robotId,
  online: true,
  report: RobotReport.parse({
    orderId: '',
    orderUpdateId: 0,
    mode: 'automatic',
    batteryPercent: 80,
    charging: false,
    lastNodeId: site.robots.find((robot) => robot.robotId === robotId)?.homeNodeId ?? '',
    nodesLeft: 0,
    edgesLeft: 0,
    actions: [],
    faults,
    rejections: [],
  }),
})
