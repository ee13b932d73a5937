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
  silenced: '소리 꺼짐. 화면을 누르면 켜집니다',
  tooFar: (metres, reach) =>
    `가장 먼 좌석은 ${metres}m이지만 이 화면은 ${reach}m까지만 읽을 수 있습니다. 더 큰 화면을 쓰거나 좌석을 옮겨 주세요.`,
}
