/** Words for robots' errands, in Chinese. */
import type { Unfit } from '#contracts/missions.ts'

const unfit: Record<Unfit, string> = {
  offline: '离线',
  notAutomatic: '人工操作中',
  busy: '正忙',
  batteryLow: '电量低',
  placeUnknown: '位置不明',
  noRoute: '过不去',
  faulty: '故障',
}

/** By the word a failed errand gives. */
const failed: Record<string, string> = {
  orderLost: '机器人中断了任务',
  pickFailed: '没能取件',
  dropFailed: '没能交件',
}

export const zh = {
  window: (label: string) => `${label} 号窗口`,
  guide: '带路',
  delivery: '送件',
  way: (from: string, to: string) => `${from} → ${to}`,
  looking: '正在找机器人',
  waiting: '在等机器人',
  allBusy: '机器人都在忙',
  noRobot: '现在没有能用的机器人',
  fetching: (robot: string) => `${robot} 正过来取件`,
  carrying: (robot: string) => `${robot} 正在路上`,
  cancelling: (robot: string) => `正让 ${robot} 停下`,
  delivered: (time: string) => `${time} 已送到`,
  failed: '没送到',
  cancelled: '已取消',
  unfit,
  failure: failed,
  rejected: '机器人没有接受任务',
  faulted: '机器人故障',
  since: (time: string) => `${time} 起`,
  urgent: '加急',
}
export type MissionWords = typeof zh
