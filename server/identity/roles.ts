/** Who there is: people by what they are there for, devices by what they show, and those who come without a name. */
import { type MachineKind, machineKinds } from '#contracts/deviceDesk.ts'

export const personRoles = ['staff', 'clerk', 'manager', 'admin', 'auditor'] as const
export type PersonRole = (typeof personRoles)[number]

/** Devices that ask over HTTP: a browser on a wall, at a window, in a hand. */
export const screenKinds = ['wall', 'queue', 'kiosk', 'window', 'rating', 'tablet'] as const
export type ScreenKind = (typeof screenKinds)[number]

export const deviceKinds = [...screenKinds, ...machineKinds] as const
export type DeviceKind = (typeof deviceKinds)[number]

export const isScreen = (kind: DeviceKind): kind is ScreenKind => screenKinds.some((one) => one === kind)
export const isMachine = (kind: DeviceKind): kind is MachineKind => machineKinds.some((one) => one === kind)

/** `ticketHolder` has the secret of a ticket, `program` runs on this very box, `visitor` is everybody else. */
export const roles = [...personRoles, ...screenKinds, 'ticketHolder', 'program', 'visitor'] as const
export type Role = (typeof roles)[number]
