/** By what the hall's machines come to the bus: told to whoever pairs them, changed when one is to stay away. */

/** Devices that speak over MQTT alone: over HTTP they may do nothing. */
export const machineKinds = ['camera', 'robot', 'lift', 'door'] as const
export type MachineKind = (typeof machineKinds)[number]

export interface BusCredentials {
  readonly username: string
  readonly password: string
}

export interface DeviceDesk {
  /** Undefined for one that the site does not name. */
  credentialsOf(kind: MachineKind, id: string): BusCredentials | undefined
  /** A new password, kept on the box; whoever came by the old one is sent away. */
  renew(kind: MachineKind, id: string): void
}
