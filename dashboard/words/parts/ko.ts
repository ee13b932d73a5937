/** Words that all screens share, in Korean. */
import { en } from './en.ts'
import type { PartWords } from './zh.ts'

export const ko: PartWords = {
  fine: '정상',
  attention: '주의',
  urgent: '긴급',
  unknown: '알 수 없음',
  minutes: (count) => `${count}분`,
  hoursMinutes: (hours, minutes) => (minutes === 0 ? `${hours}시간` : `${hours}시간 ${minutes}분`),
  minuteRange: (from, until) => `${from}~${until}분`,
  underMinutes: (count) => `${count}분 이내`,
  soon: '곧',
  loading: '연결하는 중입니다…',
  loadingLong: '연결할 수 없어 다시 시도하고 있습니다.',
  staleSince: (time) => `${time} 이후 새 소식이 없습니다`,
  staleHides: '정보가 오래되었을 수 있어 대기 시간을 숨깁니다.',
  unreachable: '연결할 수 없습니다. 잠시 후 다시 시도하시거나 직원에게 문의해 주세요.',
  open: (until) => `업무 중, ${until}까지`,
  onBreak: (from) => `휴식 중, ${from} 재개`,
  opensToday: (from) => `오늘 ${from} 시작`,
  opensTomorrow: (from) => `업무 종료, 내일 ${from} 시작`,
  opensInDays: (days, from) => `업무 종료, ${days}일 후 ${from} 시작`,
  closed: '휴관 중',
  screens: '화면 목록',
  noSuchScreen: '이 화면은 없습니다. 아래에서 선택해 주세요.',
  screen: en.screen,
}
