/** What is wrong with a site, by its code, in Chinese. */
import type { FlawCode } from '#contracts/siteFlaws.ts'

/** The facts of a flaw as people read them. */
export interface FlawSaid {
  /** Of what is taken or missing: its name where it has one. */
  readonly id: string
  readonly list: string
  readonly of: string
  readonly expected: string
  readonly options: readonly string[]
  readonly least: number
  readonly most: number
  /** In English, for what has no words here. */
  readonly message: string
}

/** What a value should be, and what is counted or drawn, by the names of the contracts. */
const thing: Record<string, string> = {
  number: '数字',
  int: '整数',
  string: '文字',
  boolean: '是或否',
  array: '列表',
  object: '一组内容',
  record: '一组内容',
  zone: '区域',
  mask: '遮挡',
  queueLine: '排队线',
  floors: '楼层',
  routeNodes: '路线点',
  lifts: '电梯',
  printers: '打印机',
}

const say: Record<FlawCode, (facts: FlawSaid) => string> = {
  notJson: () => '文件不是 JSON，请恢复旁边留存的上一份。',
  missing: () => '没有填。',
  type: ({ expected }) => `要填${expected}。`,
  atLeast: ({ least }) => `不能小于 ${least}。`,
  moreThan: ({ least }) => `要大于 ${least}。`,
  atMost: ({ most }) => `不能大于 ${most}。`,
  tooFew: ({ of, least }) => (of === '文字' ? `至少 ${least} 个字。` : `至少 ${least} 项。`),
  tooMany: ({ of, most }) => (of === '文字' ? `最多 ${most} 个字。` : `最多 ${most} 项。`),
  notOneOf: ({ options }) => `只能是：${options.join('、')}。`,
  clock: () => '时间写成 09:00 这样。',
  day: () => '日期写成 2026-05-01 这样。',
  id: () => '编号只用字母、数字、点、横线和下划线，最多 64 个。',
  letter: () => '只能是一个大写字母。',
  format: () => '写法不对。',
  taken: ({ id }) => `${id} 已经用过，不能重复。`,
  unknown: ({ id, list }) => `${list}里没有 ${id}。`,
  unserved: () => '没有窗口办这项业务，请加到一个窗口“能办的业务”里。',
  helpUndone: ({ id }) => `这个窗口不办${id}，要先加到“能办的业务”里。`,
  outline: ({ of }) => `${of}画出了画面、自己相交或画了两次，请重画。`,
  matchesAlone: () => '要在“摄像头”一章里设置，不能只写在这里。',
  answersOff: ({ most }) => `有的回答一项业务也不剩，或多于 ${most} 项，请修改。`,
  paperUnknown: ({ id }) => `没有业务要“${id}”，请和材料的写法一致。`,
  spanBackwards: () => '结束要晚于开始。',
  batteryOrder: () => '四个电量要从低到高。',
  timeZone: () => '填时区的名字，如 Asia/Shanghai。',
  ownNetwork: () => '只能是内部网络的地址，如 192.168.1.40。',
  other: ({ message }) => message,
}

export const zh = { thing, say }
export type SiteFlawWords = typeof zh
