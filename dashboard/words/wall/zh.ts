/** Words of the wall, in Chinese. */
/** By what stands before the colon of a part's id. */
const sources: Record<string, string> = {
  database: '数据库',
  journal: '记录',
  broker: '消息',
  detector: '识别',
  camera: '摄像头',
  robot: '机器人',
}

export const zh = {
  title: '大厅总览',
  sources,
  silentFor: (seconds: number) => (seconds < 120 ? `${seconds} 秒没消息` : `${Math.round(seconds / 60)} 分钟没消息`),
  noSources: '还没有设备报到',

  windowsOpen: (open: number, all: number) => `窗口 ${open}/${all}`,
  peopleSeen: (people: number) => `看到 ${people} 人`,
  people: (count: number) => `${count} 人`,
  notSeen: '看不到',
  free: '空闲',
  paused: '暂停',
  shut: '未开',
  pin: (minutes: number) => `${minutes} 分`,
  fetching: '取件',
  delivering: '送件',
  guiding: '带路',
  toWindow: (label: string) => `${label} 号窗口`,
  robotOffline: '离线',
  robotFault: '故障',
  robotManual: '人工操作',
  batteryLow: (percent: number) => `电量 ${percent}%`,

  toHelp: '需要帮助的人',
  nobodyToHelp: '没有人等得太久。',
  more: (count: number) => `还有 ${count} 位`,
  waited: (minutes: number) => `${minutes} 分`,
  acceptedBy: (who: string) => `${who} 已接`,
  notAccepted: '等人去',
  seenByCamera: '有人久坐',

  waits: '各事项等候',
  halfWithin: '一半人以内',
  mostWithin: '八成人以内',
  minutes: '分钟',
  noWindow: '没有窗口在办',
  nobodyWaits: '现在没有人等候。',
  hidden: '时间已隐藏',

  arrivals: '今天到访',
  arrivalsUnit: '每刻钟取号人数',
  noArrivals: '今天还没有人取号。',
  now: '现在',

  waitingNow: '正在等候',
  median: '半数等候',
  p90: '九成等候',
  over: (minutes: number) => `超过 ${minutes} 分钟`,
  openWindows: '开放窗口',
  served: '今天办结',
  saved: '机器人省下',
  kept: '预计说准',
  unitPeople: '人',
  unitMinutes: '分钟内',
  unitServed: '件',
  unitHours: '小时',
}
export type WallWords = typeof zh
