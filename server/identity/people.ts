/** People with an account: who they are here, and what they may. */
import { hash, verify } from '@node-rs/argon2'
import type { PersonRole } from './roles.ts'
import type { BoxKey } from './secrets.ts'
import type { IdentityStore, Person } from './store.ts'

/** OWASP's second choice for argon2id: 19 MiB, two passes, about 30 ms. */
const ARGON = { memoryCost: 19_456, timeCost: 2, parallelism: 1 }

export const ADMIN_NAME = 'admin'

/** Before names that the organisation says: it alone knows whether they differ by their letters' case. */
export const OUTSIDE = 'oidc:'

const asKept = (name: string): string => (name.startsWith(OUTSIDE) ? name : name.trim().toLowerCase())

export interface PersonChange {
  role?: PersonRole | undefined
  displayName?: string | undefined
  disabled?: boolean | undefined
  password?: string | undefined
  resetTotp?: boolean | undefined
}

export interface NewPerson {
  name: string
  displayName: string
  role: PersonRole
  password?: string | undefined
}

export interface People {
  all(): Person[]
  find(personId: string): Person | undefined
  named(name: string): Person | undefined
  /** Undefined where somebody is called so already. */
  add(person: NewPerson): Promise<Person | undefined>
  /** Undefined for somebody unknown. */
  change(personId: string, change: PersonChange): Promise<Person | undefined>
  enrol(personId: string, totpSecret: string): Promise<void>
  totpOf(person: Person): string | undefined
  /** Whether a code of this step of the authenticator is still good: it is not afterwards, nor are those before. */
  useStep(personId: string, step: number): Promise<boolean>
  /** Nobody would be left who could undo it. */
  isLastAdmin(personId: string): boolean
  /** As long for somebody unknown as for a wrong password. */
  isPasswordOf(person: Person | undefined, password: string): Promise<boolean>
}

export const createPeople = (needs: { known: readonly Person[]; store: IdentityStore; key: BoxKey }): People => {
  const { known, store, key } = needs
  const people = new Map(known.map((person) => [person.personId, person]))
  let nobody: Promise<string> | undefined

  const keep = async (person: Person): Promise<Person> => {
    await store.person(person)
    people.set(person.personId, person)
    return person
  }
  const nextId = () => `S${1 + Math.max(0, ...[...people.keys()].map((personId) => Number(personId.slice(1))))}`
  const named = (name: string) => [...people.values()].find((one) => one.name === asKept(name))

  return {
    all: () => [...people.values()],
    find: (personId) => people.get(personId),
    named,
    add: async ({ name, displayName, role, password }) => {
      if (named(name)) return undefined
      const passwordHash = password === undefined ? undefined : await hash(password, ARGON)
      const whoever = { name: asKept(name), displayName, role, passwordHash, disabled: false }
      return keep({ personId: nextId(), ...whoever })
    },
    change: async (personId, { password, resetTotp, ...change }) => {
      const before = people.get(personId)
      if (!before) return undefined
      const given = Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined))
      const passwordHash = password === undefined ? before.passwordHash : await hash(password, ARGON)
      return keep({ ...before, ...given, passwordHash, totp: resetTotp ? undefined : before.totp })
    },
    enrol: async (personId, totpSecret) => {
      const person = people.get(personId)
      if (person) await keep({ ...person, totp: key.seal(totpSecret) })
    },
    totpOf: ({ totp }) => (totp === undefined ? undefined : key.unseal(totp)),
    useStep: async (personId, step) => {
      const person = people.get(personId)
      if (!person || step <= (person.totpStep ?? 0)) return false
      people.set(personId, { ...person, totpStep: step })
      await store.person({ ...person, totpStep: step })
      return true
    },
    isLastAdmin: (personId) =>
      people.get(personId)?.role === 'admin' &&
      [...people.values()].every((one) => one.personId === personId || one.role !== 'admin' || one.disabled),
    isPasswordOf: async (person, password) => {
      nobody ??= hash('nobody has this password', ARGON)
      const isRight = await verify(person?.passwordHash ?? (await nobody), password)
      return isRight && person?.passwordHash !== undefined && !person.disabled
    },
  }
}
