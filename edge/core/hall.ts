/** The hall as one decider: commands in, events out, no clock, no network, no disk. */
import type { Command } from '#contracts/commands.ts'
import type { Fact } from '#contracts/facts.ts'
import type { Instant } from '#contracts/time.ts'
import { evolveCameras, lookThroughCamera, setUpCamera } from './cameras.ts'
import {
  acceptAlert,
  dismissAlert,
  handOverAlert,
  reportLongStay,
  reportStayOver,
  resolveAlert,
} from './care/alerts.ts'
import { askForPerson } from './care/calling.ts'
import { reportCamera, reportCrowding, reportDevice } from './care/crowding.ts'
import { acceptCard, dismissCard, handOverCard, movingCards, noteToldOutside, resolveCard } from './care/deeds.ts'
import { beginDuty, endDuty, moveDuty } from './care/duty.ts'
import { forHolder } from './care/holding.ts'
import { evolveCare, isCareEvent } from './care/lifecycle.ts'
import { watchCare } from './care/watching.ts'
import { beginDay, endDay, evolveDay, isNewDay } from './day.ts'
import { accept, type Decision, unreachable } from './decision.ts'
import { evolveFleet, isFleetEvent } from './fleet/lifecycle.ts'
import { cancelMission, confirmHandover, requestMission } from './fleet/missions.ts'
import { pauseRobot, resumeRobot } from './fleet/pausing.ts'
import { describeRobot, reportDoor, reportLift, reportRobot } from './fleet/reports.ts'
import { dispatch } from './fleet/traffic.ts'
import {
  bookAppointment,
  cancelAppointment,
  checkIn,
  evolveAppointments,
  missedAppointments,
} from './queue/appointments.ts'
import { callNext, callTicket, serveDirectly } from './queue/calling.ts'
import { evolveLeases, issueTicket, leaseNumbers, reportPrinted, reportUnprinted } from './queue/issuing.ts'
import { evolveTickets } from './queue/lifecycle.ts'
import {
  cancelTicket,
  papersBrought,
  parkTicket,
  requeueTicket,
  returnTicket,
  transferTicket,
} from './queue/returning.ts'
import { finishServing, handOn, missTicket, recallTicket, startServing } from './queue/serving.ts'
import { undoDeed } from './queue/undoing.ts'
import type { HallState } from './state.ts'
import { callsForFree } from './windows/balancing.ts'
import { evolveWindows } from './windows/lifecycle.ts'
import { askRating, evolveRating, rateVisit } from './windows/rating.ts'
import { turnOfTide } from './windows/tides.ts'
import { closeWindow, openWindow, pauseWindow, resumeWindow, setBreaks, setWindowServices } from './windows/windows.ts'

/** A new service day begins before the first command of it is decided. */
export const decide = (command: Command, hall: HallState, at: Instant): Decision => {
  if (!isNewDay(hall, at)) return decideToday(command, hall, at)
  const dawn = beginDay(hall, at)
  const decision = decideToday(command, evolveDay(hall, at, dawn), at)
  return decision.ok ? accept(...endDay(hall, dawn.from), dawn, ...decision.events) : decision
}

type CommandOf<T extends Command['type']> = { [P in T]: { type: P } & Extract<Command, { type: P }> }[T]
type Deciders = { [T in Command['type']]: (command: CommandOf<T>, hall: HallState, at: Instant) => Decision }

/** All that time alone brings about; nobody is called in the second in which a window opens or closes by itself. */
const tick: Deciders['tick'] = (_, hall, at) => {
  const tide = turnOfTide(hall, at)
  const drives = dispatch(hall, at)
  return accept(
    ...drives,
    ...watchCare(hall, at, drives),
    ...papersBrought(hall),
    ...missedAppointments(hall, at),
    ...(tide.length > 0 ? tide : callsForFree(hall, at)),
  )
}

/** What may be asked, and who decides it. */
const deciders: Deciders = {
  issueTicket,
  cancelTicket,
  transferTicket,
  parkTicket,
  returnTicket,
  requeueTicket,
  reportUnprinted,
  reportPrinted,
  leaseNumbers,
  bookAppointment,
  cancelAppointment,
  checkIn,
  openWindow,
  closeWindow,
  pauseWindow,
  resumeWindow,
  setWindowServices,
  setBreaks,
  callNext,
  callTicket,
  serveDirectly,
  recallTicket,
  startServing,
  finishServing,
  missTicket,
  handOn,
  undoDeed,
  askRating,
  rateVisit,
  requestMission,
  cancelMission,
  confirmHandover,
  pauseRobot,
  resumeRobot,
  acceptAlert: forHolder(movingCards(acceptAlert)),
  handOverAlert: forHolder(movingCards(handOverAlert)),
  resolveAlert: forHolder(movingCards(resolveAlert)),
  dismissAlert: forHolder(movingCards(dismissAlert)),
  beginDuty,
  moveDuty: forHolder(moveDuty),
  endDuty: forHolder(endDuty),
  acceptCard: forHolder(acceptCard),
  handOverCard: forHolder(handOverCard),
  resolveCard: forHolder(resolveCard),
  dismissCard: forHolder(dismissCard),
  setUpCamera,
  lookThroughCamera,
  tick,
  reportRobot,
  describeRobot,
  reportLift,
  reportDoor,
  askForPerson,
  reportLongStay,
  reportStayOver,
  reportCrowding,
  reportCamera,
  reportDevice,
  noteToldOutside,
}

const decideToday = <T extends Command['type']>(command: CommandOf<T>, hall: HallState, at: Instant): Decision =>
  deciders[command.type](command, hall, at)

export const evolve = (hall: HallState, fact: Fact): HallState => {
  const { event } = fact
  if (isFleetEvent(event)) return evolveFleet(hall, fact.at, event)
  if (isCareEvent(event)) return evolveCare(hall, fact, event)
  switch (event.type) {
    case 'dayBegan':
      return evolveDay(hall, fact.at, event)
    case 'ticketIssued':
    case 'ticketUnprinted':
    case 'ticketPrinted':
    case 'ticketCalled':
    case 'ticketRecalled':
    case 'ticketStarted':
    case 'ticketServed':
    case 'ticketMovedOn':
    case 'ticketTransferred':
    case 'ticketParked':
    case 'ticketReturned':
    case 'ticketRequeued':
    case 'ticketRestored':
    case 'ticketMissed':
    case 'ticketCancelled':
    case 'ticketExpired':
      return evolveTickets(hall, fact, event)
    case 'numbersLeased':
      return evolveLeases(hall, event)
    case 'windowOpened':
    case 'windowClosed':
    case 'windowPaused':
    case 'windowResumed':
    case 'windowServicesSet':
    case 'windowBreaksSet':
      return evolveWindows(hall, fact, event)
    case 'ratingAsked':
    case 'visitRated':
      return evolveRating(hall, fact, event)
    case 'appointmentBooked':
    case 'appointmentCancelled':
    case 'appointmentArrived':
    case 'appointmentMissed':
      return evolveAppointments(hall, event)
    case 'cameraSetUp':
    case 'cameraLookGranted':
      return evolveCameras(hall, event)
    default:
      return unreachable(event)
  }
}
