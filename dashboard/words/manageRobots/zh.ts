/** Words of the managers' chapter on robots, in Chinese. */

import type { ProfileName } from '#contracts/robotProfiles.ts'
import type { OperatingMode } from '#contracts/robots.ts'
import type { CancellableState, MissionFilter } from '../../manage/missions.ts'

const mode: Record<OperatingMode, string> = {
  automatic: '自动',
  semiautomatic: '半自动',
  manual: '手动',
  service: '维护',
  teachin: '示教',
}

const filter: Record<MissionFilter, string> = {
  ongoing: '进行中',
  delivered: '已完成',
  failed: '没送到',
  cancelled: '已取消',
}

/** Actions by their names in VDA 5050; a maker's own stay as they are. */
const action: Record<string, string> = {
  pick: '取件',
  drop: '放件',
  startPause: '暂停',
  stopPause: '继续',
  startCharging: '开始充电',
  stopCharging: '停止充电',
  cancelOrder: '取消指令',
  initPosition: '重新定位',
  stateRequest: '报告状态',
  factsheetRequest: '报告规格',
  logReport: '上传日志',
  waitForTrigger: '等人确认',
  finePositioning: '精确对位',
  detectObject: '识别物件',
  enableMap: '启用地图',
  downloadMap: '下载地图',
  deleteMap: '删除地图',
}

/** How its maker reads VDA 5050. */
const profile: Record<ProfileName, string> = {
  standard: '标准',
  strict: '严格',
  tray: '托盘',
  missionDispatch: 'Mission Dispatch',
}

/** What calling an errand off does. */
const cancelEffect: Record<CancellableState, string> = {
  waiting: '不再派机器人。',
  assigned: '机器人停下，去做别的任务。',
  underway: '机器人停下，东西还在它身上，会叫人去取。',
}

export const zh = {
  saved: (delivered: number, value: string, unit: string) => `今天送到 ${delivered} 件，为窗口省下 ${value} ${unit}。`,
  savedHow: (metres: string, minutes: string) =>
    `每件按文员走去走回（每秒 ${metres} 米）加离开窗口 ${minutes} 分钟算；带路不算。`,

  robots: '机器人',
  noRobots: '大厅里没有机器人。',
  robot: '机器人',
  state: '状态',
  battery: '电量',
  place: '位置',
  errand: '任务',
  make: '规格',
  limits: '限制',
  profile,
  mode,
  handling: { robot: '自己装卸', person: '由人装卸' },
  nodes: (count: number) => `一次最多 ${count} 个点`,
  interval: (seconds: string) => `指令间隔 ${seconds} 秒`,
  idLength: (count: number) => `编号最长 ${count} 字`,
  actions: (names: readonly string[]) => `会做${names.map((name) => action[name] ?? ` ${name} `).join('、')}`,
  noErrand: '没有任务',
  batteryRules: (critical: number, good: number, sufficient: number, full: number) =>
    `电量刻度：低于 ${critical}% 只去充电；低于 ${good}% 空闲就去充电；充到 ${sufficient}% 可以叫走；${full}% 算充满。`,
  pauseEffect: '它会停在原地，别的机器人绕着走。',
  surelyPause: '确定暂停',
  keep: '不改',

  plant: '电梯和门',

  send: '派一台机器人',
  kind: '做什么',
  from: '从',
  to: '到',
  choosePlace: '请选择',
  note: '说明（可不填，不写姓名）',
  priority: '轻重',
  priorities: { ordinary: '普通', urgent: '加急', most: '特急' },
  deadline: '什么时候要到',
  anytime: '不限',
  within: (minutes: number) => `${minutes} 分钟内`,
  doSend: '派机器人',
  sending: '正在派……',
  sent: (time: string) => `${time} 已交给大厅，任务在下面。`,

  missions: '今天的任务',
  filter,
  noneOfThese: '没有这样的任务。',
  asked: (time: string) => `${time} 提出`,
  cancel: '取消',
  cancelSurely: '确定取消',
  cancelEffect,
  working: '正在办……',
  save: (days: number) => `存近 ${days} 天的统计（CSV）`,
  savedMinutes: (minutes: number) => `省下 ${minutes} 分钟`,
}
export type ManageRobotWords = typeof zh
