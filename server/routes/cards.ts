/** Cards: what the floor staff is told of, one for each zone and cause, and who goes there. */
import { z } from 'zod'
import { AcceptCard, DismissCard, HandOverCard, ResolveCard } from '#contracts/careCommands.ts'
import type { PersonCommand } from '#contracts/commands.ts'
import { CardAnswer, CardsAnswer } from '../careAnswers.ts'
import { deed } from './deed.ts'
import { look } from './look.ts'
import { type Route, yes } from './route.ts'

type CardCommand = typeof AcceptCard | typeof HandOverCard | typeof ResolveCard | typeof DismissCard

/** Whoever goes there, where the tablet says who. */
const goer = (command: PersonCommand): string =>
  command.type === 'acceptCard' ? (command.staffId ?? 'staff') : 'staff'

const ofCard = (name: string, summary: string, command: CardCommand): Route =>
  deed({
    path: `/api/cards/:cardId/${name}`,
    summary,
    command,
    by: goer,
    subject: 'card',
    gives: CardAnswer,
    show: ({ card }) => ({ card }),
  })

export const cardRoutes: readonly Route[] = [
  look({
    path: '/api/cards',
    summary: 'What needs somebody now, by zone and cause, in the order in which it came.',
    takes: z.object({}),
    gives: CardsAnswer,
    find: ({ mirror }) => yes({ cards: mirror.all('card').map(({ card }) => card) }),
  }),
  ofCard('accept', 'Go there, for all that is open on it. Whoever comes first goes.', AcceptCard),
  ofCard('hand-over', 'Give it to a colleague on duty, or back to whoever is nearest.', HandOverCard),
  ofCard('resolve', 'All that is open on it has been seen to.', ResolveCard),
  ofCard('dismiss', 'Nobody was needed.', DismissCard),
]
