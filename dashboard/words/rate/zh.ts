/** Words of the rating pad, in Chinese. */
import type { Remark } from '#contracts/ratings.ts'

const remarks: Record<Remark, string> = {
  wait: '等得太久',
  papers: '材料反复要',
  explanation: '没有一次说清',
  manners: '态度不好',
  rules: '办事指南不对',
}

export const zh = {
  title: (label: string) => `${label} 号窗口评价`,
  window: (label: string) => `${label} 号窗口`,
  ask: '这次办事，您满意吗？',
  of: (number: string) => `${number} 号`,
  /** From the fifth step down. */
  steps: ['非常满意', '满意', '基本满意', '不满意', '非常不满意'],
  stars: (count: number) => `${count} 颗星`,
  idle: '办结后，请在这里评价',
  idleHint: '只记下评价和号码，不记您是谁。',
  what: '哪里没做好？',
  whatHint: '可以多选，也可以直接提交。',
  remarks,
  send: '提交',
  back: '重选',
  sending: '正在提交……',
  thanks: '谢谢您的评价',
  thanksLow: '谢谢您，我们会改进。',
  late: '这次评价已经结束，谢谢您。',
  away: '暂时连不上大厅，请稍后再评。',
  unknown: (id: string) => `大厅里没有窗口 ${id}。`,
}
export type RateWords = typeof zh
