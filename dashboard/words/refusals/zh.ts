/** What the hall says no to, in Chinese, for those who work in it. */
import type { Refusal } from '#contracts/refusals.ts'

/** What a refusal is about, as people call it; empty where it does not say. */
export interface RefusalFacts {
  /** A ticket's number. */
  readonly number: string
  /** What is written above a window. */
  readonly label: string
  /** Who has accepted. */
  readonly who: string
  /** The places a way begins and ends at, or the one place it is about. */
  readonly from: string
  readonly to: string
  readonly service: string
  readonly appointment: string
  /** `08:30`: when it opens, closes, or begins; and the day of that, `11月23日`. */
  readonly time: string
  readonly day: string
  /** How many there are, may be, or are still missing. */
  readonly count: number
}

type Sayings = Record<
  Refusal['code'] | 'nothingToReturn' | 'journalFault' | 'notReady' | 'unreachable' | 'other',
  (facts: RefusalFacts) => string
>

export const zh: Sayings = {
  unknownService: () => '大厅里没有这个事项。',
  ticketsExhausted: () => '今天这类号已经发完。',
  hallClosed: ({ day, time }) => (time ? `大厅现在不开放，${day} ${time} 开始取号。` : '大厅近两周不开放。'),
  noTimeLeft: ({ time }) => `${time} 关门前已经办不完，请改天来。`,
  dailyLimitReached: ({ service, count }) => `「${service}」今天限 ${count} 个号，已经发完。`,
  numberNotLeased: ({ number }) => `${number} 不是留给这台取号机的号。`,
  numberTaken: ({ number }) => `${number} 已经有人用了。`,
  leaseTooLarge: ({ count }) => `这类号今天只剩 ${count} 个。`,
  noAppointments: ({ service }) => `「${service}」不接受预约。`,
  unknownSlot: ({ day, time }) => `${day} ${time} 没有可约的时段，请另选。`,
  slotFull: ({ day, time, count }) => `${day} ${time} 的 ${count} 个名额已约满，请另选时段。`,
  codeTaken: () => '预约码重复，请再约一次。',
  unknownAppointment: ({ appointment }) => `没有预约 ${appointment}，请核对预约码。`,
  appointmentOver: ({ appointment }) => `预约 ${appointment} 已经用过、取消或过期。`,
  appointmentNotToday: ({ day, time }) => `这个预约不在今天，是 ${day} ${time}。`,
  unknownTicket: ({ number }) => `没有 ${number || '这张'}号票。`,
  wrongTicketState: ({ number }) => `${number || '这张号票'}现在不能这样办，请看最新状态。`,
  unknownWindow: () => '大厅里没有这个窗口。',
  windowClosed: () => '窗口还没开，请先开窗。',
  windowPaused: () => '窗口暂停中，请先恢复。',
  windowBusy: ({ number }) => `${number || '办事人'}还在窗口，请先办结或过号。`,
  nobodyToRate: () => '现在没有可评价的办理，请办结后再评价。',
  windowIdle: () => '窗口前没有办事人，请先叫号。',
  ticketElsewhere: ({ number, label }) => `${number || '这张号票'}在 ${label} 号窗口。`,
  windowCannot: () => '本窗口不能办这些事项。',
  callAgainFirst: ({ number, count }) => `${number} 还要再呼 ${count} 次，才能过号。`,
  graceOver: ({ number, count }) => `${number} 过号超过 ${count} 分钟，请重新取号。`,
  papersUnderway: ({ number }) => `${number} 的材料还在送往下一个窗口，送到后自动继续排队。`,
  nothingToUndo: () => '没有可以撤销的，或者已经来不及。',
  nowhereToTransfer: () => '请选择转到哪个事项或窗口。',
  noIssuingWindow: ({ service }) => `「${service}」没有出件窗口，请在本窗口办结。`,
  wrongBreak: ({ time }) => `${time} 的休息时间不对：要先开始后结束，最长 4 小时。`,
  nobodyWaiting: () => '现在没有人等本窗口。',
  unknownPlace: () => '大厅里没有这个地点。',
  noRobotStop: ({ from }) => `机器人到不了 ${from || '这里'}。`,
  samePlace: () => '起点和终点是同一处，请另选。',
  noRoute: ({ from, to }) => `从 ${from || '起点'} 到 ${to || '终点'} 没有机器人走的路。`,
  unknownMission: () => '没有这个任务。',
  missionOver: () => '这个任务已经结束。',
  nothingToHandOver: () => '现在没有机器人停在那里等装件或取件。',
  nothingToReturn: () => '这件没有送到，不能要回。',
  ticketNotCalled: ({ number }) => `${number || '这张号票'}还没被叫到，没有窗口可带。`,
  noDestination: ({ from }) => `请选择从${from || '这里'}送到哪里。`,
  unknownRobot: () => '大厅里没有这台机器人。',
  unknownCamera: () => '大厅里没有这个摄像头。',
  unknownZone: () => '大厅里没有这个区域。',
  floorPointsInLine: () => '四个地面点里有三个在一条线上，请选四个角。',
  wrongOutline: () => '有轮廓超出画面或自己相交，请重画。',
  unknownAlert: () => '这一条已经不在名单上。',
  alertTaken: ({ who }) => (who === '' ? '同事已经去了。' : `${who} 已经去了。`),
  alertOver: () => '这一条已经结束，不用再去。',
  unknownCard: () => '这一条已经不在名单上。',
  cardTaken: ({ who }) => (who === '' ? '同事已经去了。' : `${who} 已经去了。`),
  cardOver: () => '这一条已经结束，不用再去。',
  notOnDuty: () => '对方现在不在岗，请换一位同事。',
  tabletElsewhere: ({ who }) =>
    `${who === '' ? '这台平板现在没有人用它上岗' : `这台平板现在由 ${who} 在用`}。请看看是否还要处理。`,
  journalFault: () => '大厅系统没能记下来，所以没有办成。请告诉管理员。',
  notReady: () => '大厅系统正在启动，请稍等几秒再按。',
  unreachable: () => '连不上大厅系统，没有办成。请再按一次。',
  other: () => '没有办成，请再试一次。',
}
export type RefusalWords = typeof zh
