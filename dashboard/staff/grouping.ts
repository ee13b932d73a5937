/** The list as the hall tells it: people of one zone and cause stand together, what is for this person comes first. */
import type { Card as HallCard } from '#contracts/cards.ts'
import type { Card } from './cards.ts'

export interface Group {
  readonly key: string
  /** What the hall knows of them together; absent in the second before an alert is on a card. */
  readonly card: HallCard | undefined
  readonly cards: readonly Card[]
  /** The hall has told this person. */
  readonly isForMe: boolean
}

/** Nobody is told of what still gathers, or has no card yet: what heals by itself in that time is nobody's errand. */
const isTold = ({ card, cards }: Group): boolean =>
  (card !== undefined && card.state !== 'gathering') || cards.some(({ stage }) => stage !== 'open')

/** `cards` are in their order; the groups keep that of their first. What has been passed on is urgent, as on the wall. */
export const groupsOf = (
  cards: readonly Card[],
  hallCards: Iterable<HallCard>,
  staffId: string | undefined,
): readonly Group[] => {
  const live = [...hallCards].filter(({ state }) => state !== 'over')
  const groups = new Map<string, { card: HallCard | undefined; cards: Card[] }>()
  for (const one of cards) {
    const card = live.find(({ alertIds }) => alertIds.includes(one.alert.alertId))
    const key = card?.cardId ?? one.alert.alertId
    const group = groups.get(key) ?? { card, cards: [] }
    group.cards.push({ ...one, urgent: one.urgent || (card?.level ?? 0) > 0 })
    groups.set(key, group)
  }
  const all = [...groups].map(([key, { card, cards: ofCard }]): Group => {
    const isForMe = staffId !== undefined && card?.to.some((one) => one === staffId) === true
    return { key, card, cards: ofCard, isForMe }
  })
  const rank = ({ cards: [first], isForMe }: Group) => (first?.stage === 'mine' ? 0 : isForMe ? 1 : 2)
  return all.filter(isTold).sort((a, b) => rank(a) - rank(b))
}

/** Of those that wait for somebody only the first stands in full; whoever goes there sees the others. */
export const unfolded = ({ cards }: Group): Card[] =>
  cards.filter((card, i) => card.stage !== 'open' || cards.findIndex(({ stage }) => stage === 'open') === i)

/** When each card was last sent to this person, or to everybody. */
export const sentTo = (hallCards: Iterable<HallCard>, staffId: string | undefined): ReadonlyMap<string, number> =>
  new Map(
    [...hallCards].flatMap(({ cardId, state, sentAt, to }): [string, number][] =>
      state === 'open' && sentAt !== undefined && (to.length === 0 || to.some((one) => one === staffId))
        ? [[cardId, sentAt]]
        : [],
    ),
  )

/** Cards that have been sent anew since: a new one, or one that has risen. None the first time, when all are new. */
export const buzzesFor = (
  before: ReadonlyMap<string, number> | undefined,
  now: ReadonlyMap<string, number>,
): readonly string[] =>
  before === undefined ? [] : [...now].flatMap(([cardId, sentAt]) => ((before.get(cardId) ?? 0) < sentAt ? cardId : []))
