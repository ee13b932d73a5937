/** The VDA 5050 2.x state: strict as the standard says, and lenient as robots say it. */
import { z } from 'zod'
import { Header } from './header.ts'
import { figure, flag, type Heard, hear, keyword, listOf, withoutNulls, word } from './lenient.ts'
import { AgvPosition, HeardPosition } from './position.ts'

export const ActionStatus = z.enum(['WAITING', 'INITIALIZING', 'RUNNING', 'PAUSED', 'FINISHED', 'FAILED'])
export type ActionStatus = z.infer<typeof ActionStatus>

export const ActionState = z.object({
  actionId: z.string(),
  actionType: z.string().optional(),
  actionStatus: ActionStatus,
  resultDescription: z.string().optional(),
})
export type ActionState = z.infer<typeof ActionState>

export const StateError = z.object({
  errorType: z.string(),
  errorLevel: z.enum(['WARNING', 'FATAL']),
  errorDescription: z.string().optional(),
  errorReferences: z.array(z.object({ referenceKey: z.string(), referenceValue: z.string() })).optional(),
})
export type StateError = z.infer<typeof StateError>

const ahead = { sequenceId: z.int(), released: z.boolean() }

export const State = Header.extend({
  orderId: z.string(),
  orderUpdateId: z.int().nonnegative(),
  lastNodeId: z.string(),
  lastNodeSequenceId: z.int(),
  nodeStates: z.array(z.object({ nodeId: z.string(), ...ahead })),
  edgeStates: z.array(z.object({ edgeId: z.string(), ...ahead })),
  agvPosition: AgvPosition.optional(),
  driving: z.boolean(),
  paused: z.boolean().optional(),
  actionStates: z.array(ActionState),
  batteryState: z.object({ batteryCharge: z.number().min(0).max(100), charging: z.boolean() }),
  operatingMode: z.enum(['AUTOMATIC', 'SEMIAUTOMATIC', 'MANUAL', 'SERVICE', 'TEACHIN']),
  errors: z.array(StateError),
  safetyState: z.object({
    eStop: z.enum(['AUTOACK', 'MANUAL', 'REMOTE', 'NONE']),
    fieldViolation: z.boolean(),
  }),
})
export type State = z.infer<typeof State>

const HeardActionState = z.object({ actionId: word, actionStatus: keyword.pipe(ActionStatus) })

const HeardError = z.object({
  errorType: word.catch('unnamed'),
  errorLevel: keyword.catch('WARNING'),
  errorDescription: z.string().catch(''),
  errorReferences: listOf(z.object({ referenceKey: word, referenceValue: word })).catch([]),
})

/** No order is told as null by some. */
const tidied = (json: unknown): unknown => {
  const told = withoutNulls(json)
  const orderIsNull = typeof json === 'object' && json !== null && 'orderId' in json && json.orderId === null
  return orderIsNull && typeof told === 'object' ? { ...told, orderId: '' } : told
}

/** Usable as soon as it names the order and its lists are lists. A battery not told of is looked after by the robot. */
export const HeardState = z.preprocess(
  tidied,
  z.object({
    orderId: word,
    orderUpdateId: figure.catch(0),
    lastNodeId: word.catch(''),
    lastNodeSequenceId: figure.catch(0),
    nodeStates: z.array(z.unknown()).default([]),
    edgeStates: z.array(z.unknown()).default([]),
    agvPosition: HeardPosition,
    driving: flag,
    /** Absent when it does not say. */
    paused: z.union([z.boolean(), z.stringbool()]).optional().catch(undefined),
    actionStates: listOf(HeardActionState),
    batteryState: z
      .object({ batteryCharge: figure.catch(100), charging: flag })
      .catch({ batteryCharge: 100, charging: false }),
    operatingMode: keyword.catch('UNKNOWN'),
    errors: listOf(HeardError),
  }),
)
export type HeardState = z.infer<typeof HeardState>

export const hearState = (text: string): Heard<HeardState> => hear(text, HeardState, State)
