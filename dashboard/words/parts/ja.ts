/** Words that all screens share, in Japanese. */
import { en } from './en.ts'
import type { PartWords } from './zh.ts'

export const ja: PartWords = {
  fine: '正常',
  attention: '注意',
  urgent: '緊急',
  unknown: '不明',
  minutes: (count) => `${count}分`,
  hoursMinutes: (hours, minutes) => (minutes === 0 ? `${hours}時間` : `${hours}時間${minutes}分`),
  minuteRange: (from, until) => `${from}〜${until}分`,
  underMinutes: (count) => `${count}分以内`,
  soon: 'まもなく',
  loading: '接続しています…',
  loadingLong: '接続できません。再試行しています。',
  staleSince: (time) => `${time} 以降、更新がありません`,
  staleHides: '情報が古い可能性があるため、待ち時間は表示しません。',
  unreachable: '接続できません。しばらくしてから再度お試しいただくか、職員にお声がけください。',
  open: (until) => `受付中（${until}まで）`,
  onBreak: (from) => `休憩中（${from}に再開）`,
  opensToday: (from) => `本日は${from}から`,
  opensTomorrow: (from) => `受付終了（明日は${from}から）`,
  opensInDays: (days, from) => `受付終了（${days}日後の${from}から）`,
  closed: '休館中',
  screens: '画面の一覧',
  noSuchScreen: 'この画面はありません。下からお選びください。',
  screen: en.screen,
}
