/** Words of the page of one ticket, in Chinese. */
import type { TicketState } from '#contracts/tickets.ts'

const state: Record<TicketState, string> = {
  waiting: '正在排队',
  called: '叫到您了',
  serving: '正在办理',
  served: '已经办完',
  parked: '号已保留',
  missed: '已经过号',
  cancelled: '号已退回',
  expired: '号已过期',
}

/** What the hall says no to, by its code. */
const refused: Readonly<Record<string, string>> = {
  graceOver: '过号太久，请重新取号，或到导办台。',
  papersUnderway: '材料还在送往下一个窗口，送到后自动继续排队。',
  wrongTicketState: '这个号现在不用这样办，请看上面的最新状态。',
}

export const zh = {
  title: (number: string) => `${number} 号`,
  state,
  /** What to do in a state that asks for it. */
  parkedFor: {
    visitor: '您的位置还在。回来后请到窗口或导办台说一声，就按原来的先后继续排。',
    papers: '材料正送往下一个窗口，送到后自动继续排队。',
  },
  expired: '今天的号已经作废。要办事请重新取号。',
  cancelled: '要办事请重新取号。',
  served: '感谢您的到来。',
  yourNumber: '您的号码',
  ahead: (count: number) => (count === 0 ? '前面没有人' : `前面大约 ${count} 人`),
  wait: (range: string) => `大约还要等 ${range}`,
  soon: '马上就到您，请看好屏幕',
  noWait: '等候时间暂时不知道，请留意叫号',
  toldAt: (time: string) => `${time} 的估计，会随时变化`,
  leave: (time: string) => `可以离开，请在 ${time} 前回来`,
  stay: '请不要走远',
  goTo: '请到',
  window: (label: string) => `${label} 号窗口`,
  papers: '请带好',
  remind: '到号时提醒我',
  remindHint: '快到时和叫到时，手机会震动、响铃。请开着本页。',
  reminding: '提醒已打开',
  near: (number: string) => `${number} 号快到了`,
  nextHint: '下一个就是您，请回到大厅',
  calledTitle: (number: string) => `请 ${number} 号到窗口`,
  nearHint: (count: number) => `前面只有 ${count} 人，请回到大厅`,
  called: (number: string, label: string) => `请 ${number} 号到 ${label} 号窗口`,
  giveBack: '不办了，退号',
  giveBackAsk: '退号后位置就没有了，确定吗？',
  giveBackYes: '确定退号',
  giveBackNo: '继续排队',
  givingBack: (seconds: number) => `${seconds} 秒后退号`,
  undo: '撤销',
  comeBack: '我回来了，继续排队',
  comeBackUntil: (time: string) => `${time} 前回来，可以按原来的先后继续排；再晚要重新取号。`,
  comeBackOver: '过号太久，请重新取号，或到导办台。',
  readOnly: '本页只能查看。要退号，请扫取号时的二维码，或到导办台。',
  comeBackParked: '回来后按下面的按钮，就按原来的先后继续排。回来之前不会叫您。',
  refused,
  failed: '没有办成，请再试一次，或到导办台。',
  unknown: '没有这个号。请核对二维码，或到导办台。',
  loading: '正在查找您的号……',
  away: '暂时连不上大厅，正在重试。请看大厅屏幕。',
  offline: '手机没有联网。连上网后会自动更新。',
  stale: (time: string) => `以下是 ${time} 的消息，正在重新连接。请看大厅屏幕。`,
}
export type TicketWords = typeof zh
