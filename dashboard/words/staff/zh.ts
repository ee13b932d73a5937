/** Words of the floor staff's tablet, in Chinese. */
import type { Alert, Measure } from '#contracts/alerts.ts'
import type { Outcome } from '../../staff/tapping.ts'

const measure: Record<Measure, string> = {
  soothe: '安抚',
  guide: '引导',
  verifyId: '核验',
  assist: '帮办',
  precheck: '预审',
}

const outcome: Record<Outcome, string> = {
  reassured: '愿意继续等',
  broughtToWindow: '已带到窗口',
  papersReady: '材料已备齐',
  servedElsewhere: '已在别处办好',
  left: '人已离开',
  answered: '已解答',
  wayCleared: '障碍已移开',
  thingsTaken: '东西已取下',
  goesAgain: '机器人已恢复',
  setAside: '已推到一边',
  spreadOut: '已引导分流',
  windowOpened: '已加开窗口',
  wentBySelf: '人已散开',
  cleaned: '已擦净或开灯',
  uncovered: '已移开遮挡',
  turnedBack: '已转回原位',
  switchedOn: '已重新通电',
  repairCalled: '已报修',
}

/** There was nothing to do after all. */
const dismiss: Record<Alert['kind'], string> = {
  longWait: '没有人需要帮助',
  question: '没有人需要帮助',
  robot: '没有问题',
  crowding: '并不拥挤',
  camera: '没有问题',
  noShows: '没有问题',
  imbalance: '不需要加开',
  device: '没有问题',
}

export const zh = {
  title: '需要帮助',
  people: '求助',
  map: '地图',
  missions: '机器人',
  guide: '导办',
  everywhere: '全部楼层',

  nobody: '没有人等得太久。',
  nobodyHint: (waiting: number) => (waiting === 0 ? '现在没有人等候。' : `现在 ${waiting} 人等候，都还不久。`),
  nobodyStale: '连不上大厅，暂时看不到有没有人需要帮助。',

  since: (time: string) => `${time} 起`,
  byTicket: '持号等候过久',
  unprinted: '手里没有小票：打印没成功',
  byCamera: '坐了很久，摄像头看到的',
  unconfirmed: '未确认：一直没见动过，也许是物品，请去看一下',
  /** `now` and `most` where they are known. */
  crowded: (people: number, now: number | undefined, most: number | undefined) =>
    `太挤：${now === undefined ? `曾有 ${people} 人` : `现在 ${now} 人`}${most === undefined ? '' : `，${most} 人就算太挤`}`,
  crowdedTodo: '请引导一部分人到别处等候，或请加开窗口。',
  byQuestion: (robot: string) => `问了 ${robot}，它答不上来，请过去帮忙`,
  zoneOnFloor: (zone: string, floor: string) => `${zone} · ${floor}`,
  somewhere: '位置不明',

  notAccepted: '等人去',
  mine: '您已接',
  theirs: (who: string) => (who === '' ? '同事已接' : `${who} 已接`),
  pending: '还没送到大厅，联网后自动发送',
  pendingCount: (count: number) => `${count} 个操作待发送`,

  offer: '可以提供',
  measure,
  accept: '我去',
  handOver: '转给',
  anybody: '最近的同事',
  handTo: '转给谁？',
  allMine: (count: number) => `${count} 个都由我去`,
  together: (count: number) => `${count} 个`,
  forMe: '请您去',
  escalated: ['', '已通知同事', '已通知组长', '已通知外部'],
  held: '已并入更大的情况',
  duty: '上岗',
  offDuty: '未上岗',
  endDuty: '下岗',
  dutyAs: '身份',
  dutyWhere: '在哪里',
  role: { guide: '引导员', lead: '组长', manager: '值班经理' },
  number: '工号',
  numberHint: '不填就用平板自己的编号',
  changeHands: (who: string) => `${who} · 换人`,
  undone: (who: string, deed: string) => `${who} 离线时按的“${deed}”没有执行：`,
  undoneRead: '知道了',
  deed: { accept: '我去', 'hand-over': '转给', resolve: '办好了', dismiss: '不用去' },
  dutyHint: '上岗后，离您最近的事会先通知您。',
  resolve: '办好了',
  dismiss,
  nobodyThere: '这里没有人（误报）',
  how: '结果怎样？',
  outcome,
  back: '返回',
  ended: '已记下',

  noRobots: '大厅里没有机器人。',
  errands: '任务',
  noMissions: '没有机器人任务。',
  pin: (minutes: number) => `${minutes} 分`,
  noOneOnFloor: '这一层没有人需要帮助。',
}
export type StaffWords = typeof zh
