/** What a clerk asks at a window: of the window, and of the visitor before it. */
import { z } from 'zod'
import { command } from './command.ts'
import { ServiceId, TicketId, WindowId } from './ids.ts'
import { Language } from './languages.ts'
import { Break } from './windows.ts'

export const OpenWindow = command('openWindow', {
  windowId: WindowId,
  serviceIds: z.array(ServiceId).min(1).optional(),
})
export type OpenWindow = z.infer<typeof OpenWindow>

export const CloseWindow = command('closeWindow', { windowId: WindowId })
export type CloseWindow = z.infer<typeof CloseWindow>

export const PauseWindow = command('pauseWindow', { windowId: WindowId })
export type PauseWindow = z.infer<typeof PauseWindow>

export const ResumeWindow = command('resumeWindow', { windowId: WindowId })
export type ResumeWindow = z.infer<typeof ResumeWindow>

export const SetWindowServices = command('setWindowServices', {
  windowId: WindowId,
  serviceIds: z.array(ServiceId).min(1),
})
export type SetWindowServices = z.infer<typeof SetWindowServices>

/** When its clerk is away today; what was said before is void. */
export const SetBreaks = command('setBreaks', { windowId: WindowId, breaks: z.array(Break).max(6) })
export type SetBreaks = z.infer<typeof SetBreaks>

export const CallNext = command('callNext', { windowId: WindowId })
export type CallNext = z.infer<typeof CallNext>

/** This one and no other, whoever is next. */
export const CallTicket = command('callTicket', { windowId: WindowId, ticketId: TicketId })
export type CallTicket = z.infer<typeof CallTicket>

/** Somebody without a number is served at once. */
export const ServeDirectly = command('serveDirectly', {
  windowId: WindowId,
  serviceIds: z.array(ServiceId).min(1).max(5),
  language: Language.optional(),
})
export type ServeDirectly = z.infer<typeof ServeDirectly>

/** What a clerk does with the visitor at the window; without `ticketId` it is whoever is there. */
const atWindow = { windowId: WindowId, ticketId: TicketId.optional() }

export const RecallTicket = command('recallTicket', atWindow)
export type RecallTicket = z.infer<typeof RecallTicket>

export const StartServing = command('startServing', atWindow)
export type StartServing = z.infer<typeof StartServing>

export const FinishServing = command('finishServing', atWindow)
export type FinishServing = z.infer<typeof FinishServing>

export const MissTicket = command('missTicket', atWindow)
export type MissTicket = z.infer<typeof MissTicket>

/** The case is accepted here and handed out elsewhere: papers go there, and the visitor is called there. */
export const HandOn = command('handOn', { ...atWindow, toWindowId: WindowId.optional() })
export type HandOn = z.infer<typeof HandOn>

/** Takes back the last deed with a visitor, within seconds. */
export const UndoDeed = command('undoDeed', { windowId: WindowId })
export type UndoDeed = z.infer<typeof UndoDeed>
