/** Words that all screens share, in Chinese: the language they are written in first. */
/** By path segment. */
const screenNames: Record<string, string> = {
  wall: '总览大屏',
  queue: '叫号屏',
  kiosk: '取号机',
  window: '窗口工作台',
  staff: '服务人员平板',
  manage: '管理后台',
  ticket: '手机号票',
  rate: '评价器',
  privacy: '隐私告知',
  'sign-in': '登录',
}

export const zh = {
  fine: '正常',
  attention: '注意',
  urgent: '紧急',
  unknown: '未知',
  minutes: (count: number) => `${count} 分钟`,
  hoursMinutes: (hours: number, minutes: number) => (minutes === 0 ? `${hours} 小时` : `${hours} 小时 ${minutes} 分`),
  minuteRange: (from: number, until: number) => `${from}–${until} 分钟`,
  underMinutes: (count: number) => `${count} 分钟以内`,
  soon: '马上就到',
  loading: '正在连接大厅……',
  loadingLong: '暂时连不上大厅，正在继续尝试。',
  staleSince: (time: string) => `${time} 起没有新消息`,
  staleHides: '画面可能已经过时，等候时间暂不显示。',
  unreachable: '连不上大厅系统，请稍后再试，或请工作人员帮助。',
  open: (until: string) => `开放中，至 ${until}`,
  onBreak: (from: string) => `休息中，${from} 继续办理`,
  opensToday: (from: string) => `还没开门，今天 ${from} 开`,
  opensTomorrow: (from: string) => `已下班，明天 ${from} 开`,
  opensInDays: (days: number, from: string) => `已下班，${days} 天后 ${from} 开`,
  closed: '暂不开放',
  screens: '本系统的屏幕',
  noSuchScreen: '没有这个屏幕，请从下面选择。',
  screen: screenNames,
}
export type PartWords = typeof zh
