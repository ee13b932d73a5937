/** Words for robots' errands, in Chinese. */
import type { MissionKind, Unfit } from '#contracts/missions.ts'

const kind: Record<MissionKind, string> = { delivery: '送件', guide: '带路', return: '送回' }

const unfit: Record<Unfit, string> = {
  offline: '失联',
  notAutomatic: '人工操作中',
  paused: '已暂停',
  busy: '正忙',
  wrongKind: '不做这类任务',
  batteryLow: '电量低',
  charging: '在充电',
  placeUnknown: '位置不明',
  noRoute: '没有路过去',
  liftOut: '要坐的电梯停用',
  faulty: '故障',
  refused: '试过了，没有成',
}

/** By the word a failed errand gives. */
const failed: Record<string, string> = {
  orderLost: '机器人中断了任务',
  pickFailed: '没能取件',
  dropFailed: '没能交件',
}

const coming: Record<MissionKind, (robot: string) => string> = {
  delivery: (robot) => `${robot} 正过来取件`,
  guide: (robot) => `${robot} 正过来接人`,
  return: (robot) => `${robot} 正过去取件`,
}

const going: Record<MissionKind, (robot: string) => string> = {
  delivery: (robot) => `${robot} 正送过去`,
  guide: (robot) => `${robot} 正在带路`,
  return: (robot) => `${robot} 正送回来`,
}

export const zh = {
  window: (label: string) => `${label} 号窗口`,
  kind,
  way: (from: string, to: string) => `${from} → ${to}`,
  errand: (kind: string, way: string) => `${kind} ${way}`,
  looking: '正在找机器人',
  waiting: '在等机器人',
  noRobot: '现在没有能用的机器人',
  allBusy: '机器人都在忙',
  unfit,
  /** Robots that share a reason, then the next reason. */
  against: (robots: readonly string[], reason: string) => `${robots.join('、')} ${reason}`,
  reasons: (said: readonly string[]) => said.join('；'),
  coming,
  going,
  arrived: (robot: string) => `${robot} 到了`,
  cancelling: (robot: string) => `正让 ${robot} 停下`,
  delivered: (time: string) => `${time} 已送到`,
  guided: (time: string) => `${time} 已带到`,
  failed: '没送到',
  cancelled: '已取消',
  failure: failed,
  rejected: '机器人没有接受任务',
  faulted: '机器人故障',
  urgent: '加急',
  by: (time: string) => `${time} 前要到`,
}
export type MissionWords = typeof zh
