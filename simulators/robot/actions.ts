/** What a robot can do beside driving: VDA 5050 2.1, 6.8.1. */
import { z } from 'zod'
import type { Action } from '#contracts/vda5050/order.ts'
import { isIdle, type Load, type Vehicle, type VehicleOptions } from './vehicle.ts'

export type Scope = 'INSTANT' | 'NODE' | 'EDGE'

interface Ability {
  scopes: readonly Scope[]
  /** Those it takes; any other is passed over. */
  parameters: z.ZodObject
}

const NONE = z.object({})

const Pose = z.object({ x: z.number(), y: z.number(), theta: z.number(), mapId: z.string(), lastNodeId: z.string() })

const text = z.string().optional()
const Handling = z.object({ stationType: text, stationName: text, loadType: text, loadId: text, lhd: text })

const HANDLING: [string, Ability][] = [
  ['pick', { scopes: ['NODE'], parameters: Handling }],
  ['drop', { scopes: ['NODE'], parameters: Handling }],
]

const ALWAYS: [string, Ability][] = [
  ['initPosition', { scopes: ['INSTANT', 'NODE'], parameters: Pose }],
  ['startCharging', { scopes: ['INSTANT', 'NODE'], parameters: NONE }],
  ['stopCharging', { scopes: ['INSTANT', 'NODE'], parameters: NONE }],
  ...['startPause', 'stopPause', 'cancelOrder', 'stateRequest', 'factsheetRequest'].map(
    (actionType): [string, Ability] => [actionType, { scopes: ['INSTANT'], parameters: NONE }],
  ),
]

/** By action type. */
export const abilitiesOf = ({ handling }: Pick<VehicleOptions, 'handling'>): ReadonlyMap<string, Ability> =>
  new Map(handling === 'person' ? ALWAYS : [...HANDLING, ...ALWAYS])

/** The action's parameters by name. */
const given = ({ actionParameters = [] }: Action): Record<string, unknown> =>
  Object.fromEntries(actionParameters.map(({ key, value }) => [key, value]))

/** Why it cannot do it at all, if so; `parameter` names the one that is missing or wrong. */
export const wrongWithAction = (
  { options }: Vehicle,
  action: Action,
  scope: Scope,
): { why: string; parameter?: string } | undefined => {
  const ability = abilitiesOf(options).get(action.actionType)
  if (!ability?.scopes.includes(scope)) return { why: `${action.actionType} is not among its ${scope} actions` }
  const issue = ability.parameters.safeParse(given(action)).error?.issues[0]
  return issue && { why: `${issue.path.join('.')}: ${issue.message}`, parameter: issue.path.join('.') }
}

const PREPARING_SECONDS = 0.5
const QUICK_SECONDS = 0.5

/** Seconds on a node, from the moment it is due. */
export const durationOf = ({ options }: Vehicle, { actionType }: Action): number =>
  PREPARING_SECONDS + (['pick', 'drop'].includes(actionType) ? options.handlingSeconds : QUICK_SECONDS)

/** The work is done: what has changed by it. Answers why it has failed, if it has. */
export const takeEffect = (vehicle: Vehicle, action: Action, scope: Scope): string | undefined => {
  switch (action.actionType) {
    case 'initPosition':
      return scope === 'INSTANT' && vehicle.driving ? 'it is driving' : initPosition(vehicle, Pose.parse(given(action)))
    case 'startCharging':
      if (scope === 'INSTANT' && !isIdle(vehicle)) return 'an order is under way'
      vehicle.charging = true
      return undefined
    case 'stopCharging':
      vehicle.charging = false
      return undefined
    case 'startPause':
      Object.assign(vehicle, { paused: true, driving: false })
      return undefined
    case 'stopPause':
      vehicle.paused = false
      return undefined
    case 'pick':
      return pick(vehicle, Handling.parse(given(action)))
    case 'drop':
      if (vehicle.loads.length === 0) return 'there is nothing on it'
      vehicle.loads = []
      return undefined
    default:
      return undefined
  }
}

/** It believes what it is told. On a node whose count it knows it keeps the count. */
const initPosition = (vehicle: Vehicle, { lastNodeId, ...pose }: z.infer<typeof Pose>): undefined => {
  vehicle.position = pose
  if (lastNodeId !== vehicle.lastNodeId) vehicle.lastNodeSequenceId = 0
  vehicle.lastNodeId = lastNodeId
  if (pose.mapId === vehicle.floor)
    vehicle.faults = vehicle.faults.filter(({ errorType }) => errorType !== 'localizationError')
}

const pick = (vehicle: Vehicle, { loadId, loadType }: z.infer<typeof Handling>): string | undefined => {
  if (vehicle.loads.length > 0) return 'there is something on it already'
  const load: Load = { ...(loadId && { loadId }), ...(loadType && { loadType }), loadPosition: 'tray' }
  vehicle.loads = [load]
  return undefined
}
