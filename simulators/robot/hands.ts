/** What befalls a robot without a message: people turn its key, carry it off or stand in its way, and parts fail. */
import type { StateError } from '#contracts/vda5050/state.ts'
import { dropOrder, errorOf, type OperatingMode, type Place, type Vehicle } from './vehicle.ts'

/** VDA 5050 2.1, 6.10.6: in the hands of people it forgets its order and where it came from. */
export const setMode = (vehicle: Vehicle, mode: OperatingMode): void => {
  vehicle.mode = mode
  if (mode === 'AUTOMATIC' || mode === 'SEMIAUTOMATIC') return
  dropOrder(vehicle)
  Object.assign(vehicle, { orderId: '', orderUpdateId: 0, lastNodeId: '', lastNodeSequenceId: 0 })
}

/** With a FATAL one it neither drives nor works. The same once. */
export const injectFault = (vehicle: Vehicle, type: string, level: StateError['errorLevel'] = 'FATAL'): void => {
  clearFault(vehicle, type)
  vehicle.faults.push(errorOf(type, level, 'it was told to fail'))
  if (level === 'FATAL') vehicle.driving = false
}

/** All of them when no type is named. */
export const clearFault = (vehicle: Vehicle, type?: string): void => {
  vehicle.faults = vehicle.faults.filter(({ errorType }) => type !== undefined && errorType !== type)
}

/** It sees where it has been put, and knows the map unless it has to be told; its last node it does not forget. */
export const moveTo = (vehicle: Vehicle, place: Place & { theta?: number }): void => {
  const { theta, mapId } = vehicle.position
  vehicle.position = { theta, ...place, mapId: vehicle.options.needsMapChange ? mapId : place.mapId }
  vehicle.floor = place.mapId
  vehicle.ride = undefined
}

export const obstruct = (vehicle: Vehicle, there: boolean): void => {
  vehicle.obstructed = there
  if (there) vehicle.driving = false
}
