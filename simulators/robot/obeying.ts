/** What a robot does with instant actions: at once whatever can be done at once. VDA 5050 2.1, 6.9. */
import { InstantActions } from '#contracts/vda5050/instantActions.ts'
import type { Action } from '#contracts/vda5050/order.ts'
import { takeEffect, wrongWithAction } from './actions.ts'
import { dropOrder, isIdle, refuse, type Vehicle } from './vehicle.ts'

export interface Asked {
  state: boolean
  factsheet: boolean
}

/** Answers what is to be told. An action it has had already is not new. */
export const takeInstantActions = (vehicle: Vehicle, json: unknown): Asked => {
  const read = InstantActions.safeParse(json)
  const asked: Asked = { state: true, factsheet: false }
  const about = { topic: 'instantActions' }
  if (!read.success) {
    refuse(vehicle, 'validationError', about, read.error.issues[0]?.message ?? 'unreadable')
    return asked
  }
  const actions = read.data.actions ?? read.data.instantActions ?? []
  const most = vehicle.options.limits.instantActions ?? 0
  if (most > 0 && actions.length > most) {
    refuse(vehicle, 'validationError', about, `${actions.length} are more than ${most}`)
    return asked
  }
  for (const action of actions) {
    if (vehicle.tasks.some((task) => task.action.actionId === action.actionId)) continue
    const result = wrongWithAction(vehicle, action, 'INSTANT')?.why ?? obey(vehicle, action)
    const status = result === undefined ? 'FINISHED' : 'FAILED'
    vehicle.tasks.push({ action, status, left: 0, ...(result !== undefined && { result }) })
    asked.factsheet ||= action.actionType === 'factsheetRequest'
  }
  return asked
}

/** Answers why it has failed, if it has. */
const obey = (vehicle: Vehicle, action: Action): string | undefined => {
  if (action.actionType !== 'cancelOrder') return takeEffect(vehicle, action, 'INSTANT')
  if (isIdle(vehicle)) {
    const why = 'no order is under way'
    refuse(vehicle, 'noOrderToCancel', { topic: 'instantActions', actionId: action.actionId }, why)
    return why
  }
  dropOrder(vehicle)
  vehicle.cancelled = true
  return undefined
}
