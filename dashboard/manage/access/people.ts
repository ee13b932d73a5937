/** People as the server tells them to whoever may know. */
export interface Person {
  readonly personId: string
  /** What they sign in with. */
  readonly name: string
  readonly displayName?: string
  readonly role: string
  readonly disabled: boolean
  /** An authenticator is set up. */
  readonly totp: boolean
  /** How often they are signed in now. */
  readonly sessions: number
}

export const roles = ['staff', 'clerk', 'manager', 'admin', 'auditor'] as const

export const LEAST_PASSWORD = 12
