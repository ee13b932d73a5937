/** In Chinese. */
import type { Cause } from '#contracts/cards.ts'

export interface OutsideWords {
  readonly cause: Readonly<Record<Cause, string>>
  readonly card: (card: { cause: string; zone: string; count: number; minutes: number }) => string
  readonly one: (hall: string, card: string) => string
  readonly several: (hall: string, count: number) => string
  readonly others: (count: number) => string
  readonly somewhere: string
}

export const zh: OutsideWords = {
  cause: {
    longWait: '等候过久',
    robot: '机器人需要人',
    question: '有人求助机器人',
    crowding: '区域拥挤',
    camera: '摄像头异常',
    noShows: '多人过号未到',
    imbalance: '窗口忙闲不均',
    device: '设备异常',
  },
  card: ({ cause, zone, count, minutes }) => `${zone}：${cause}，${count} 起，最久 ${minutes} 分钟`,
  one: (hall, card) => `【${hall}】无人接单。${card}。请安排人员前往。`,
  several: (hall, count) => `【${hall}】${count} 项无人接单，请安排人员前往：`,
  others: (count) => `另有 ${count} 项，见下一条`,
  somewhere: '位置不明',
}
