/** People: who has an account here, and changing that. */
import { z } from 'zod'
import type { House } from '../../house.ts'
import { look } from '../../routes/look.ts'
import { type Answer, malformed, no, type Route, yes } from '../../routes/route.ts'
import { DoneAnswer, PeopleAnswer, PersonAnswer, PersonRoleName } from '../answers.ts'
import type { Person } from '../store.ts'

const Name = z.string().regex(/^[\p{L}\p{N}._@-]{2,64}$/u, '2 to 64 letters, digits, dots, dashes, underscores or @')
const DisplayName = z.string().trim().min(1).max(64)
const Password = z.string().min(12, 'at least 12 signs').max(256)
const PersonId = z.string().regex(/^S\d+$/, 'as in S12')

const Hired = z.object({ name: Name, displayName: DisplayName.optional(), role: PersonRoleName, password: Password })
const Changed = z.object({
  personId: PersonId,
  role: PersonRoleName.optional(),
  /** As it is shown in /manage; the name to sign in with stays. */
  displayName: DisplayName.optional(),
  disabled: z.boolean().optional(),
  password: Password.optional(),
  resetTotp: z.boolean().optional(),
})
const OfPerson = Changed.pick({ personId: true })

const shown = ({ identity }: House, { personId, name, displayName, role, totp, disabled }: Person) => {
  const sessions = identity.sessions.countOf(personId)
  return { personId, name, displayName, role, totp: totp !== undefined, disabled, sessions }
}

type PersonSaid = z.output<typeof PersonAnswer>

const hiring: Route = {
  method: 'post',
  path: '/api/people',
  summary: 'Give somebody an account. An admin sets an authenticator up when first signing in.',
  takes: Hired,
  gives: PersonAnswer,
  status: 201,
  answer: async (house, asked): Promise<Answer<PersonSaid>> => {
    const parsed = Hired.safeParse(asked)
    if (!parsed.success) return malformed(parsed.error)
    const { displayName = parsed.data.name } = parsed.data
    const person = await house.identity.people.add({ ...parsed.data, displayName })
    return person ? yes({ person: shown(house, person) }) : no({ code: 'nameTaken', name: parsed.data.name })
  },
}

const changing: Route = {
  method: 'put',
  path: '/api/people/:personId',
  summary: 'Change somebody’s role, name, password or authenticator, or shut them out. Their sessions end with it.',
  takes: Changed,
  gives: PersonAnswer,
  status: 200,
  answer: async (house, asked): Promise<Answer<PersonSaid>> => {
    const parsed = Changed.safeParse(asked)
    if (!parsed.success) return malformed(parsed.error)
    const { personId, ...change } = parsed.data
    const { people, sessions } = house.identity
    const steps = change.disabled === true || (change.role !== undefined && change.role !== 'admin')
    if (steps && people.isLastAdmin(personId)) return no({ code: 'lastAdmin' })
    const person = await people.change(personId, change)
    if (!person) return no({ code: 'unknownPerson', personId })
    const ends = [change.disabled, change.password, change.resetTotp, change.role].some((one) => Boolean(one))
    if (ends) await sessions.endAllOf(personId)
    return yes({ person: shown(house, person) })
  },
}

const ending: Route = {
  method: 'delete',
  path: '/api/people/:personId/sessions',
  summary: 'Sign somebody out everywhere.',
  takes: OfPerson,
  gives: DoneAnswer,
  status: 200,
  answer: async ({ identity }, asked): Promise<Answer<z.output<typeof DoneAnswer>>> => {
    const parsed = OfPerson.safeParse(asked)
    if (!parsed.success) return malformed(parsed.error)
    const { personId } = parsed.data
    if (!identity.people.find(personId)) return no({ code: 'unknownPerson', personId })
    await identity.sessions.endAllOf(personId)
    return yes({ done: true })
  },
}

export const peopleRoutes: readonly Route[] = [
  look({
    path: '/api/people',
    summary: 'Everybody who has an account here.',
    takes: z.object({}),
    gives: PeopleAnswer,
    find: (house) => yes({ people: house.identity.people.all().map((person) => shown(house, person)) }),
  }),
  hiring,
  changing,
  ending,
]
