/** Words for cameras and what they see, in Chinese. */
import type { CameraProblem } from '#contracts/cameras.ts'
import type { Blindness } from '../../parts/cameraSight.ts'

/** After the name of the camera. */
const problem: Record<Blindness, string> = {
  blind: '看不清',
  covered: '被遮住',
  frozen: '画面不动',
  moved: '被转动过',
  offline: '离线',
  noRecord: '未登记，停用',
  silent: '没有消息',
}

/** What whoever goes there should do. */
const todo: Record<CameraProblem, string> = {
  blind: '太暗或太亮：请开灯，逆光就拉上窗帘，镜头脏了请擦净。',
  covered: '请拿开挡住镜头的东西。',
  frozen: '画面一直不变：请把摄像头断电，再接上。',
  moved: '请把镜头转回原来的方向；转不回去，请管理员重新设置。',
  offline: '请看电源和网线有没有接好，再打开摄像头。',
}

export const zh = {
  camera: (cameraId: string) => `摄像头 ${cameraId}`,
  problem,
  todo,
  zones: (names: readonly string[]) => names.join('、'),
  /** `partly`: there may be more. */
  people: (count: number, partly: boolean) => (partly ? `至少 ${count} 人` : `${count} 人`),
  longest: (minutes: number) => `最久 ${minutes} 分`,
  queue: (people: number, metres: number | undefined) =>
    metres === undefined ? `排队 ${people} 人` : `排队 ${people} 人 · 约 ${metres} 米`,
  crowded: (people: number) => `${people} 人，太挤`,
  unconfirmed: '未确认，请去看一下',
}
export type CameraWords = typeof zh
