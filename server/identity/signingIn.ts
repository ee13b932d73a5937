/** Signing in: name and password, then a code of the authenticator where there is one, or where there must be one. */
import { Secret, TOTP } from 'otpauth'
import { MINUTE } from '#contracts/durations.ts'
import type { Clock } from '../clock.ts'
import { createGuessing, type Guessing } from './guessing.ts'
import type { People } from './people.ts'
import type { PersonRole } from './roles.ts'
import type { Person } from './store.ts'

const MOST_LENGTH = 256
const ENROLMENT_LIFE = 10 * MINUTE
const STEP_SECONDS = 30

export interface Credentials {
  name: string
  password: string
  code?: string | undefined
}

export type SignIn = { ok: true; person: Person } | { ok: false; complaint: SignInComplaint }

export type SignInComplaint =
  | { code: 'signInWrong' }
  | { code: 'signInLocked' }
  | { code: 'codeNeeded' }
  | { code: 'totpToEnrol'; otpauthUrl: string; secret: string }

const needsCode = (role: PersonRole): boolean => role === 'admin'
const no = (complaint: SignInComplaint): SignIn => ({ ok: false, complaint })

const authenticator = (person: Person, issuer: string, secret: string) =>
  new TOTP({ issuer, label: person.name, secret: Secret.fromBase32(secret), period: STEP_SECONDS })

export interface SigningIn {
  /** Rejects with `DatabaseFault` when a new authenticator, or that a code has been used, cannot be written down. */
  signIn(credentials: Credentials): Promise<SignIn>
}

export const createSigningIn = (needs: {
  people: People
  clock: Clock
  /** What an authenticator shows beside the name. */
  issuer: string
  guessing?: Guessing
}): SigningIn => {
  const { people, clock, issuer, guessing = createGuessing() } = needs
  const enrolling = new Map<string, { secret: string; until: number }>()

  const isCode = async (person: Person, secret: string, code: string): Promise<boolean> => {
    const timestamp = clock.now()
    const delta = authenticator(person, issuer, secret).validate({ token: code, timestamp, window: 1 })
    if (delta === null) return false
    return people.useStep(person.personId, Math.floor(timestamp / 1000 / STEP_SECONDS) + delta)
  }

  const enrolmentOf = (person: Person): string => {
    const begun = enrolling.get(person.personId)
    if (begun && clock.now() < begun.until) return begun.secret
    const { base32: secret } = new Secret({ size: 20 })
    enrolling.set(person.personId, { secret, until: clock.now() + ENROLMENT_LIFE })
    return secret
  }

  const enrol = async (person: Person, code: string | undefined): Promise<SignIn | undefined> => {
    const secret = enrolmentOf(person)
    if (code === undefined)
      return no({ code: 'totpToEnrol', otpauthUrl: authenticator(person, issuer, secret).toString(), secret })
    if (!(await isCode(person, secret, code))) return undefined
    await people.enrol(person.personId, secret)
    enrolling.delete(person.personId)
    return { ok: true, person }
  }

  /** Undefined for what is wrong, whatever of it is. */
  const check = async ({ name, password, code }: Credentials): Promise<SignIn | undefined> => {
    const person = people.named(name)
    if (!(await people.isPasswordOf(person, password)) || !person) return undefined
    const secret = people.totpOf(person)
    if (secret === undefined) return needsCode(person.role) ? enrol(person, code) : { ok: true, person }
    if (code === undefined) return no({ code: 'codeNeeded' })
    return (await isCode(person, secret, code)) ? { ok: true, person } : undefined
  }

  return {
    signIn: async (credentials) => {
      const { name, password } = credentials
      if (name.length > MOST_LENGTH || password.length > MOST_LENGTH) return no({ code: 'signInWrong' })
      const guessed = await guessing.guess(name.trim().toLowerCase(), () => check(credentials))
      if (!guessed) return no({ code: 'signInLocked' })
      return guessed.right ?? no({ code: 'signInWrong' })
    },
  }
}
