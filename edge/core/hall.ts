/** The hall as one decider: commands in, events out, no clock, no network, no disk. */
import type { Command } from '#contracts/commands.ts'
import type { Fact } from '#contracts/facts.ts'
import type { Instant } from '#contracts/time.ts'
import {
  acceptAlert,
  dismissAlert,
  evolveCare,
  handOverAlert,
  reportLongStay,
  reportStayOver,
  resolveAlert,
  watchWaits,
} from './care/alerts.ts'
import { beginDay, endDay, evolveDay, isNewDay } from './day.ts'
import { accept, type Decision, unreachable } from './decision.ts'
import { dispatch } from './fleet/dispatching.ts'
import { evolveFleet } from './fleet/lifecycle.ts'
import { cancelMission, requestMission } from './fleet/missions.ts'
import { reportRobot } from './fleet/reports.ts'
import { evolveQueue } from './queue/lifecycle.ts'
import {
  callNext,
  cancelTicket,
  finishServing,
  issueTicket,
  missTicket,
  recallTicket,
  startServing,
} from './queue/tickets.ts'
import type { HallState } from './state.ts'
import { closeWindow, openWindow, pauseWindow, resumeWindow, setWindowServices } from './windows/windows.ts'

/** A new service day begins before the first command of it is decided. */
export const decide = (command: Command, hall: HallState, at: Instant): Decision => {
  if (!isNewDay(hall, at)) return decideToday(command, hall, at)
  const dawn = beginDay(hall, at)
  const decision = decideToday(command, evolveDay(hall, at, dawn), at)
  return decision.ok ? accept(...endDay(hall), dawn, ...decision.events) : decision
}

const decideToday = (command: Command, hall: HallState, at: Instant): Decision => {
  switch (command.type) {
    case 'issueTicket':
      return issueTicket(command, hall, at)
    case 'cancelTicket':
      return cancelTicket(command, hall)
    case 'openWindow':
      return openWindow(command, hall)
    case 'closeWindow':
      return closeWindow(command, hall)
    case 'pauseWindow':
      return pauseWindow(command, hall)
    case 'resumeWindow':
      return resumeWindow(command, hall)
    case 'setWindowServices':
      return setWindowServices(command, hall)
    case 'callNext':
      return callNext(command, hall, at)
    case 'recallTicket':
      return recallTicket(command, hall)
    case 'startServing':
      return startServing(command, hall)
    case 'finishServing':
      return finishServing(command, hall)
    case 'missTicket':
      return missTicket(command, hall)
    case 'requestMission':
      return requestMission(command, hall)
    case 'cancelMission':
      return cancelMission(command, hall)
    case 'acceptAlert':
      return acceptAlert(command, hall)
    case 'handOverAlert':
      return handOverAlert(command, hall)
    case 'resolveAlert':
      return resolveAlert(command, hall)
    case 'dismissAlert':
      return dismissAlert(command, hall)
    case 'reportRobot':
      return reportRobot(command, hall)
    case 'reportLongStay':
      return reportLongStay(command, hall)
    case 'reportStayOver':
      return reportStayOver(command, hall)
    case 'tick':
      return accept(...watchWaits(hall, at), ...dispatch(hall, at))
    default:
      return unreachable(command)
  }
}

export const evolve = (hall: HallState, fact: Fact): HallState => {
  const { event } = fact
  switch (event.type) {
    case 'dayBegan':
      return evolveDay(hall, fact.at, event)
    case 'ticketIssued':
    case 'ticketCalled':
    case 'ticketRecalled':
    case 'ticketStarted':
    case 'ticketServed':
    case 'ticketMissed':
    case 'ticketCancelled':
    case 'ticketExpired':
    case 'windowOpened':
    case 'windowClosed':
    case 'windowPaused':
    case 'windowResumed':
    case 'windowServicesSet':
      return evolveQueue(hall, fact, event)
    case 'missionRequested':
    case 'missionHeld':
    case 'missionAssigned':
    case 'orderAcknowledged':
    case 'missionUnderway':
    case 'missionDelivered':
    case 'missionFailed':
    case 'missionCancelAsked':
    case 'missionCancelled':
    case 'robotChanged':
      return evolveFleet(hall, fact, event)
    case 'longWaitFound':
    case 'alertAccepted':
    case 'alertHandedOver':
    case 'alertEnded':
      return evolveCare(hall, fact, event)
    default:
      return unreachable(event)
  }
}
