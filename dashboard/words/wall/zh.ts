/** Words of the wall, in Chinese. */
import type { AlertKind, DeviceProblem } from '#contracts/alerts.ts'

/** By what stands before the colon of a part's id. */
const sources: Record<string, string> = {
  database: '数据库',
  journal: '记录',
  broker: '消息',
  detector: '识别',
  camera: '摄像头',
  robot: '机器人',
}

const cause: Record<AlertKind, string> = {
  longWait: '久等',
  robot: '机器人',
  question: '求助',
  crowding: '拥挤',
  camera: '摄像头',
  noShows: '过号',
  imbalance: '忙闲不均',
  device: '设备',
}

const device: Record<DeviceProblem, string> = { silent: '没消息', printer: '打印不了', refuses: '不收消息' }

export const zh = {
  title: '大厅总览',
  sources,
  silentFor: (seconds: number) => (seconds < 120 ? `${seconds} 秒没消息` : `${Math.round(seconds / 60)} 分钟没消息`),
  noSources: '还没有设备报到',
  moreCameras: (count: number) => `另有 ${count} 个`,

  windowsOpen: (open: number, all: number) => `窗口 ${open}/${all}`,
  peopleSeen: (people: number) => `看到 ${people} 人`,
  people: (count: number) => `${count} 人`,
  heat: (minutes: number) => `${minutes} 分钟人次`,
  notSeen: '看不到',
  free: '空闲',
  paused: '暂停',
  shut: '未开',
  pin: (minutes: number) => `${minutes} 分`,
  robotsMore: (count: number) => `另有 ${count} 台机器人`,

  toHelp: '需要帮助',
  nobodyToHelp: '没有人等得太久。',
  more: (count: number) => `还有 ${count} 项`,
  waited: (minutes: number) => `${minutes} 分`,
  acceptedBy: (who: string) => `${who} 已接`,
  notAccepted: '等人去',
  cause,
  device,
  several: (what: string, count: number) => `${what} ×${count}`,
  noShows: (service: string, count: number) => `${service} ${count} 人过号`,
  escalated: '已上报',
  helpUnknown: '没有新消息，不知道谁需要帮助。',
  seenByCamera: '有人久坐',
  asksRobot: (robot: string, language: string) => `${language} · 问了 ${robot}`,

  waits: '各事项等候',
  halfWithin: '一半人以内',
  mostWithin: '八成人以内',
  minutes: '分钟',
  noWindow: '没有窗口在办',
  nobodyWaits: '现在没有人等候。',
  hidden: '时间已隐藏',

  arrivals: '今天到访',
  expectedAllDay: '预计全天',
  expectedAwaited: '过完第一天，就能预计到访。',
  appointments: (booked: number, arrived: number, missed: number) =>
    `预约 ${booked} · 已到 ${arrived} · 失约 ${missed}`,

  advice: '建议',
  nothingAdvised: '窗口安排合适，现在不用调整。',
  nothingHelps: '试算过了，调整窗口帮助不大，请先帮助久等的人。',
  nobodyServes: '有人在等，可是没有一个窗口开放，请先开窗。',
  adviceAwaited: '正在推演，稍后给出建议。',
  adviceOutdated: '暂时没有新的建议。',
  adviceMore: (count: number) => `另有 ${count} 条`,
  tide: '潮汐窗口',
  tides: (count: number) => `潮汐 ${count}`,

  waitingNow: '正在等候',
  median: '半数等候',
  p90: '九成等候',
  over: (minutes: number) => `超过 ${minutes} 分钟`,
  openWindows: '开放窗口',
  served: '今天办结',
  kept: (promised: number) => `预计说准 · 承诺 ${promised}%`,
  keptToday: (percent: number) => `今天 ${percent}%`,
  keptOf: (visitors: string) => `${visitors} 人`,
  unitPeople: '人',
  unitMinutes: '分钟内',
  unitServed: '件',
}
export type WallWords = typeof zh
