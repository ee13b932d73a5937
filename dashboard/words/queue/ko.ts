/** Words of the queue screen, in Korean. */
import type { QueueWords } from './zh.ts'

export const ko: QueueWords = {
  title: '호출 화면',
  goTo: '이동해 주세요',
  window: (label) => `${label}번 창구`,
  comeTo: (number, label) => `${number}번 고객님, ${label}번 창구로 오십시오`,
  again: (times) => `${times}번째 호출`,
  past: '이전 호출',
  noPast: '호출된 번호가 여기에 표시됩니다.',
  invite: '번호표를 뽑고 여기에서 확인해 주세요',
  inviteHint: '발권기는 입구에 있습니다. 도움이 필요하시면 안내 데스크로 오십시오.',
  waiting: (count) => `${count}명 대기`,
  nobody: '대기 없음',
  noWindow: '운영 창구 없음',
}
