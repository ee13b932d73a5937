/** Words of the window desk, in Chinese. */
import type { Deed } from '../../desk/deeds.ts'

const deed: Record<Deed, string> = {
  open: '开窗',
  callNext: '叫下一位',
  start: '开始办理',
  recall: '重呼',
  noShow: '过号',
  finish: '办结',
  finishAndCall: '办结并叫下一位',
  pause: '暂停',
  resume: '恢复叫号',
  close: '关窗',
}

export const zh = {
  title: (label: string) => `${label} 号窗口`,
  open: '开放',
  paused: '暂停',
  closed: '未开',
  since: (time: string) => `${time} 起`,
  deed,
  working: '正在办……',

  called: '已叫号，等人来',
  serving: '正在办理',
  calledTimes: (times: number, ago: string) => `叫了 ${times} 次，${ago}前`,
  servingFor: (time: string) => `已办 ${time}`,
  waited: '等了',
  lane: '类别',
  language: '语言',
  why: '叫这位是因为',
  waitedLongest: '等得最久',
  laneCredit: (lane: string, credit: number, passed: number) =>
    `${lane}：计早到 ${credit} 分钟，先于 ${passed} 位早到的人`,
  seconds: (count: number) => `${count} 秒`,

  nextIs: '下一位',
  idle: (waiting: number, minutes: string) => `${waiting} 人等本窗口，最久 ${minutes}`,
  nobody: '现在没有人等本窗口',
  nobodyHint: '有人取号后会出现在右边。',
  pausedNow: '窗口暂停中',
  pausedHint: (waiting: number) => (waiting === 0 ? '没有人等本窗口。' : `${waiting} 人在等本窗口。`),
  closedNow: '窗口还没开',
  closedHint: (waiting: number) => (waiting === 0 ? '没有人等这些事项。' : `${waiting} 人在等这些事项。`),

  line: '等候',
  lineEmpty: '没有人等本窗口。',
  first: '等得最久',
  passes: (count: number) => `先于 ${count} 位早到的人`,
  minutes: (count: number) => `${count} 分`,

  papers: '送材料',
  papersTo: '送到哪里',
  otherWindows: '其他窗口',
  note: '材料名称（可不填，不写姓名）',
  urgent: '加急',
  send: '叫机器人来取',
  noStop: '机器人到不了本窗口，请人工传递。',
  noRobots: '大厅里没有机器人。',
  missions: '本窗口的任务',
  noMissions: '没有正在送的材料。',
  cancel: '取消',

  services: '办理事项',
  servicesHint: '取消勾选后，本窗口不再叫这类号。',
  servicesClosed: '开窗后办理以下事项，之后可以调整。',
  keepOne: '至少留一个事项。',

  choose: '请选择窗口',
  unknown: (id: string) => `大厅里没有窗口 ${id}，请从下面选择。`,
}
export type DeskWords = typeof zh
