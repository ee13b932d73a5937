/** The rules of a queue in plain sentences, in Chinese. */

import type { Weekday } from '#contracts/siteHours.ts'
import type { QueueRules } from '#contracts/siteQueue.ts'

type Lanes = Record<QueueRules['lanes'], string>
type Balancing = Record<QueueRules['balancing'], string>
type Calling = Record<QueueRules['calling'], string>

const lanes: Lanes = {
  timeCredit: '优先和预约计早到',
  strict: '优先第一，预约第二',
  ratio: '按人数轮流',
  accumulating: '等候加倍计算',
}
const balancing: Balancing = { longestWait: '等得最久的先', gcmu: '办得快的先', longestQueue: '人最多的先' }
const calling: Calling = { byClerk: '窗口人员叫', automatic: '大厅自动叫' }
const weekday: Record<Weekday, string> = {
  monday: '周一',
  tuesday: '周二',
  wednesday: '周三',
  thursday: '周四',
  friday: '周五',
  saturday: '周六',
  sunday: '周日',
}

export const zh = {
  where: '规则写在大厅的设置文件里，改好后重启生效。每条下面是它在文件里的名字。',

  lanesTopic: '谁先叫',
  lanes,
  timeCredit: (priority: number, appointment: number) =>
    `优先的人当作早来 ${priority} 分钟，预约的人当作早来 ${appointment} 分钟，然后谁等得久谁先叫。`,
  strict: '优先的人最先，其次预约，最后普通，不管等了多久；同一类里谁等得久谁先叫。',
  ratio: (walkIns: number) =>
    `每个窗口叫过 ${walkIns} 位普通的人，就轮到一位优先或预约的人；只有一类人在等时，按先来后到。`,
  accumulating: (priority: number, appointment: number) =>
    `优先的人等一分钟算 ${priority} 分钟，预约的人算 ${appointment} 分钟，普通的人算一分钟，谁算得多谁先叫。`,
  bound: (minutes: number) => `没有人会被晚来 ${minutes} 分钟以上的人超过。`,
  boundInService: (minutes: number) => `同一事项里，没有人会被晚来 ${minutes} 分钟以上的人超过。`,
  unbounded: '普通的人被超过多少次没有上限。',
  growing: (waited: number, later: number) => `普通的人等了 ${waited} 分钟时，最多被晚来 ${later} 分钟的人超过。`,

  balancingTopic: '几类事项之间',
  balancing,
  longestWait: '一个窗口能办几类事项时，谁等得久谁先叫，不分事项。',
  gcmu: '等候的时间除以通常要办的分钟数，数大的先叫：办得快的事项往前，大家加起来等得少。',
  longestQueue: '一个窗口能办几类事项时，先叫等的人最多的那一类。',
  own: (minutes: number) => `窗口自己的事项当作早来 ${minutes} 分钟，帮办的事项排在后面。`,
  alike: '窗口帮办的事项和自己的事项一样看待。',

  callingTopic: '谁来叫号',
  calling,
  byClerk: '窗口人员按「叫号」，由大厅选出下一位。',
  automatic: '窗口一空，大厅在一秒内叫下一位；几个窗口同时空时，会办的事项最少的窗口先叫。',
  noShow: (calls: number, grace: number) => `叫过 ${calls} 次还没来，可以过号；${grace} 分钟内回来，仍在原来的位置。`,
  undo: (seconds: number) => `窗口的上一步，${seconds} 秒内可以撤销。`,

  tidalTopic: '潮汐窗口',
  tidalNone: '没有',
  tidalAdvise: '只提建议',
  tidalAutomatic: '自动开关',
  tidalNowhere: '这个大厅没有设潮汐窗口。',
  tidalWindows: (labels: string) => `潮汐窗口是 ${labels} 号。`,
  tidalByAdvice: '什么时候开、什么时候关，大厅只写在建议里，由管理人员决定。',
  tidalOpens: (after: number, apart: number) =>
    `有人等了 ${after} 分钟，就开一个能给他办的；两次之间至少隔 ${apart} 分钟。`,
  tidalCloses: (below: number, least: number) =>
    `没有人等超过 ${below} 分钟时关上；开了至少 ${least} 分钟才关，不会忽开忽关。`,

  adviceTopic: '大厅的建议',
  adviceSuggest: '由人照办',
  adviceAutomatic: '自动照办',
  suggest: '大厅只提建议，由管理人员按「照办」。',
  automaticAdvice: '最好的建议足够有用时，大厅自己照办，过几分钟再看效果。',

  hoursTopic: '开放和取号时间',
  refuseOutside: '只在开放时取号',
  acceptOutside: '随时可以取号',
  early: (minutes: number) => `开门前 ${minutes} 分钟开始取号；关门前来不及办完的，不再给号。`,
  always: '大厅关门时也给号。',
  limits: (services: number) => `${services} 个事项每天限号，发完为止。`,
  weekday,
  days: (from: string, until: string) => (from === until ? from : `${from}至${until}`),
  closed: '不开放',
  hours: (days: string, spans: string) => `${days}：${spans}`,
  holidays: (days: string) => `放假：${days}。`,
  ownHours: (days: string) => `时间另定：${days}。`,

  appointmentsTopic: '预约',
  appointmentsNone: '不接受',
  appointmentsTaken: (services: number) => `${services} 个事项`,
  noAppointments: '没有事项接受预约。',
  booking: (days: number) => `可以约今后 ${days} 天内的时段。`,
  late: (minutes: number) => `晚到 ${minutes} 分钟以上，按普通的人排队；到时段结束后 ${minutes} 分钟还没来，算失约。`,

  goalsTopic: '目标',
  goalsInForce: (minutes: number) => `九成 ${minutes} 分钟内`,
  target: (minutes: number) => `排班按九成人等候不超过 ${minutes} 分钟来算。`,
  longWait: (minutes: number) => `等候超过 ${minutes} 分钟算久等，请工作人员去帮助。`,
}
export type RuleWords = typeof zh
