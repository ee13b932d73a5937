/** Words of the managers' screen, in Chinese. */
import type { Appointment } from '#contracts/appointments.ts'
import type { Chapter, Group } from '../../manage/chapters.ts'

const chapter: Record<Chapter, string> = {
  advice: '建议',
  forecast: '预测与排班',
  robots: '机器人与任务',
  cameras: '摄像头',
  services: '业务',
  windows: '窗口',
  appointments: '预约',
  hours: '开放时间',
  site: '大厅资料',
  history: '历史与报表',
  estimate: '预计准不准',
  rules: '规则',
  devices: '设备',
  people: '人员',
  audit: '审计',
}

const group: Record<Group, string> = { now: '现在', ahead: '安排', past: '回顾', setup: '设置' }

const appointmentState: Record<Appointment['state'], string> = {
  booked: '已约',
  arrived: '已到',
  missed: '失约',
  cancelled: '已取消',
}

/** What the server says no to, beside what the hall refuses. */
const problem: Record<string, string> = {
  adviceGone: '情况变了，这条建议已经不适用，请看最新建议。',
  notReckoned: '大厅还没有推演完，请等一分钟。',
  databaseDown: '历史记录暂时读不到，大厅照常办理，请稍后再看。',
}

export const zh = {
  title: '管理后台',
  chapters: '章节',
  chapter,
  group,
  chapterAwaited: '正在打开……',
  chapterMissing: '这一章没有取到：大厅联系不上，或刚刚更新过。请再试一次，或刷新页面。',
  signOut: '退出登录',
  signOutAway: '连不上大厅，还没有退出，请再试一次。',
  wall: '总览大屏',
  problem,
  today: '今天',
  tomorrow: '明天',
  minutesValue: (minutes: number) => `${minutes} 分钟`,
  percentValue: (percent: number) => `${percent}%`,
  all: '全部',

  workedOutAt: (time: string, minutes: number) => `${time} 推演了往后 ${minutes} 分钟`,
  rolls: (rolls: string, seconds: string) => `试算 ${rolls} 次，用时 ${seconds} 秒`,
  nothingAdvised: '窗口安排合适，现在不用调整。',
  nothingHelps: '试算过了，调整窗口帮助不大，请先帮助久等的人。',
  nobodyServes: '有人在等，可是没有一个窗口开放，请先开窗。',
  nothingHint: '大厅每半分钟推演一次，有更好的安排就写在这里。',
  adviceAwaited: '正在推演，稍后给出建议。',
  adviceOutdated: (time: string) => `${time} 之后没有新的建议，旧的已经不适用。`,
  asItIs: '不调整',
  ifCarriedOut: '照办后',
  mean: '平均等候',
  p90: '九成等候',
  overLong: (minutes: number) => `超过 ${minutes} 分钟的人`,
  change: (before: string, after: string) => `${before} → ${after}`,
  carryOut: '照办',
  carryingOut: '正在办……',
  carriedOut: (time: string) => `${time} 已照办`,
  becameOpen: (label: string) => `${label} 号窗口已开放`,
  becameClosed: (label: string) => `${label} 号窗口已关闭`,
  becamePaused: (label: string) => `${label} 号窗口暂停中`,
  becameServices: (label: string, services: string) => `${label} 号窗口现在办：${services}`,
  becameBreaks: (label: string, breaks: string) =>
    breaks === '' ? `${label} 号窗口今天不再休息` : `${label} 号窗口休息：${breaks}`,

  nextOpenDay: '下一个开放日',
  arrivals: '到访（每刻钟）',
  came: (people: number) => `实际 ${people}`,
  expected: (people: number) => `预计全天 ${people}`,
  band: '八成可能在此之间',
  booked: (people: number) => `预约 ${people}`,
  needed: '需要窗口（每半小时）',
  neededLegend: '需要',
  short: '缺少',
  openNow: (open: number) => `现在开 ${open} 个`,
  allWindows: (all: number) => `共 ${all} 个`,
  halfHour: (from: string, needed: number, p90: number) => `${from}：${needed} 个窗口，九成等候 ${p90} 分钟以内`,
  target: (minutes: number) => `目标：九成人等候不超过 ${minutes} 分钟`,
  enough: '现在开的窗口够用到下班。',
  shortfall: (from: string, until: string, needed: number, open: number) =>
    `${from}–${until} 需要 ${needed} 个窗口，现在开 ${open} 个。`,
  mostNeeded: (from: string, needed: number) => `最忙在 ${from}，需要 ${needed} 个窗口。`,
  tooFew: (from: string, all: number, p90: number) => `${from} 全部 ${all} 个窗口也不够，九成等候约 ${p90} 分钟。`,
  dayOver: '今天不再开放。',
  notLearned: '还没有过完一天。过完第一天，大厅就能预计到访、算出需要几个窗口。',
  forecastAwaited: '正在算今天的预测，请稍等。',

  slot: '时段',
  appointmentState,
  noAppointments: (day: string) => `${day}没有预约。`,
  noneOfThese: '没有这样的预约。',
  loadingAppointments: '正在读取预约……',
  cancel: '取消预约',
  cancelEffect: '名额会放出，预约码作废。',
  cancelSurely: '确定取消',
  keep: '不取消',
  cancelling: '正在取消……',
  tryAgain: '再试一次',

  kept: (percent: number, visitors: string) => `最近七天 ${visitors} 人里，${percent}% 在说的时间内叫到。`,
  keptToday: (percent: number, visitors: string) => `今天到现在 ${visitors} 人，${percent}%。`,
  promise: (promised: number, from: number, until: number) =>
    `大厅说的时间，承诺 ${promised}% 的人能在此之内叫到。${from}–${until}% 算说得准；低了是说得太短，高了是说得太长。`,
  byDay: '每天说准的比例',
  bandNamed: (from: number, until: number) => `说得准：${from}–${until}%`,
  visitors: (count: string) => `${count} 人`,
  nobodyTold: '还没有叫过拿到预计时间的人，叫过之后这里就有比例。',
  tooFewTold: '人太少，看不出',
}
export type ManageWords = typeof zh
