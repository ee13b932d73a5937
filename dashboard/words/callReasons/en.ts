/** Why a visitor is called and no other, in English. */
import type { CallReasonWords } from './zh.ts'

const before = ({ passed }: { readonly passed: number }) => (passed === 0 ? '' : `, before ${passed} who came first`)

export const en: CallReasonWords = {
  waitedLongest: () => 'waited longest',
  sentHere: () => 'waits for this window alone',
  helping: (_, { service }) => `helping with ${service}, waited longest`,
  laneCredit: (reason, { lane }) => `${lane}: counts as ${reason.creditMinutes} min earlier${before(reason)}`,
  laneFirst: (reason, { lane }) => `${lane} goes first${before(reason)}`,
  laneTurn: (reason, { lane }) =>
    (reason.lane === 'walkIn' ? `turn of ${lane}` : `turn of ${lane} after ${reason.after} ordinary`) + before(reason),
  laneFactor: (reason, { lane }) => `${lane}: each minute counts ${reason.factor} times${before(reason)}`,
  ownService: (reason) => `own service: counts as ${reason.ownMinutes} min earlier${before(reason)}`,
  shortService: (reason) => `quick, usually ${reason.usualMinutes} min${before(reason)}`,
  longestLine: (reason, { service }) => `longest line: ${reason.waiting} wait for ${service}${before(reason)}`,
  chosen: (reason) => `chosen at the window${before(reason)}`,
  walkedUp: () => 'came without a number',
}
