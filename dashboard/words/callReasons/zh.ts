/** Why a visitor is called and no other, in Chinese. */
import type { CallReason } from '#contracts/callReasons.ts'

/** What a reason is about, as people call it; empty where it does not say. */
export interface ReasonFacts {
  readonly lane: string
  readonly service: string
}

type Code = CallReason['code']
/** The reason of this code, or of one of these. */
export type ReasonOf<C extends Code> = { [K in C]: Extract<CallReason, { code: K }> }[C]
type Sayings = { readonly [C in Code]: (reason: ReasonOf<C>, facts: ReasonFacts) => string }

const before = ({ passed }: { readonly passed: number }) => (passed === 0 ? '' : `，先于 ${passed} 位早到的人`)

export const zh: Sayings = {
  waitedLongest: () => '等得最久',
  sentHere: () => '只等本窗口',
  helping: (_, { service }) => `帮办「${service}」，等得最久`,
  laneCredit: (reason, { lane }) => `${lane}：计早到 ${reason.creditMinutes} 分钟${before(reason)}`,
  laneFirst: (reason, { lane }) => `${lane}先叫${before(reason)}`,
  laneTurn: (reason, { lane }) =>
    (reason.lane === 'walkIn' ? `轮到${lane}` : `已叫 ${reason.after} 位普通，轮到${lane}`) + before(reason),
  laneFactor: (reason, { lane }) => `${lane}：等候按 ${reason.factor} 倍计${before(reason)}`,
  ownService: (reason) => `本窗口自己的事项，计早到 ${reason.ownMinutes} 分钟${before(reason)}`,
  shortService: (reason) => `办得快，通常 ${reason.usualMinutes} 分钟${before(reason)}`,
  longestLine: (reason, { service }) => `等「${service}」的人最多，有 ${reason.waiting} 位${before(reason)}`,
  chosen: (reason) => `窗口点名${before(reason)}`,
  walkedUp: () => '没有取号，直接办理',
}
export type CallReasonWords = typeof zh
