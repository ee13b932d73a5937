/** Sessions: signing in and out, entering by a link, and who one is here. */
import { z } from 'zod'
import type { House } from '../../house.ts'
import { look } from '../../routes/look.ts'
import { type Answer, malformed, no, type Route, yes } from '../../routes/route.ts'
import { type BadgeShown, DoneAnswer, SessionAnswer, SignedInAnswer } from '../answers.ts'
import type { Badge } from '../badge.ts'
import { noSessionCookie, sessionCookie, sessionTokenOf } from '../cookies.ts'
import { pagesOf } from '../pages.ts'
import type { Person } from '../store.ts'
import type { Who } from '../who.ts'

const Credentials = z.object({
  name: z.string().min(1),
  password: z.string().min(1),
  code: z
    .string()
    .regex(/^\d{6}$/, 'six digits')
    .optional(),
})
const Code = z.object({ code: z.string().min(1) })

const shown = ({ identity }: House, { role, by, place }: Badge): BadgeShown => {
  const name = identity.people.find(by)?.displayName
  return { role, by, ...(place && { place }), ...(name && { name }) }
}

/** The session a browser had before ends. */
export const letIn = async ({ identity }: House, { personId }: Person, { bearing }: Who): Promise<string> =>
  sessionCookie(await identity.sessions.begin(personId, sessionTokenOf(bearing)))

type SignedIn = z.output<typeof SignedInAnswer>

const enteredBy = async (house: House, person: Person, who: Who): Promise<Answer<SignedIn>> => {
  const cookie = await letIn(house, person, who)
  const { personId: by, role, displayName: name } = person
  return yes({ who: { role, by, name } }, [cookie])
}

const signingIn: Route = {
  method: 'post',
  path: '/api/session',
  summary: 'Sign in. `code` is of the authenticator, where there is one; an admin sets one up the first time.',
  takes: Credentials,
  gives: SignedInAnswer,
  status: 201,
  answer: async (house, asked, _id, who): Promise<Answer<SignedIn>> => {
    if (!who.bearing.isSecure) return no({ code: 'secureLineNeeded' })
    const parsed = Credentials.safeParse(asked)
    if (!parsed.success) return malformed(parsed.error)
    const outcome = await house.identity.signingIn.signIn(parsed.data)
    return outcome.ok ? enteredBy(house, outcome.person, who) : no(outcome.complaint)
  },
}

const entering: Route = {
  method: 'post',
  path: '/api/session/enter',
  summary: 'Sign in by the code of a link that the box has printed; it works once.',
  takes: Code,
  gives: SignedInAnswer,
  status: 201,
  answer: async (house, asked, _id, who): Promise<Answer<SignedIn>> => {
    if (!who.bearing.isSecure) return no({ code: 'secureLineNeeded' })
    const parsed = Code.safeParse(asked)
    if (!parsed.success) return malformed(parsed.error)
    const { people, pairings } = house.identity
    const person = people.find(pairings.takeEntry(parsed.data.code) ?? '')
    return person && !person.disabled ? enteredBy(house, person, who) : no({ code: 'codeUnknown' })
  },
}

const leaving: Route = {
  method: 'delete',
  path: '/api/session',
  summary: 'Sign out.',
  takes: z.object({}),
  gives: DoneAnswer,
  status: 200,
  answer: async ({ identity }, _asked, _id, { bearing }) => {
    const token = sessionTokenOf(bearing)
    if (token !== undefined) await identity.sessions.end(token)
    return yes({ done: true }, [noSessionCookie()])
  },
}

export const sessionRoutes: readonly Route[] = [
  look({
    path: '/api/session',
    summary: 'Who asks: all badges, and the screens that may be opened with them.',
    takes: z.object({}),
    gives: SessionAnswer,
    find: (house, _asked, { badges }) =>
      yes({ badges: badges.map((badge) => shown(house, badge)), pages: pagesOf(badges) }),
  }),
  signingIn,
  leaving,
  entering,
]
