/** Words of the rating pad, in Korean. */
import type { RateWords } from './zh.ts'

export const ko: RateWords = {
  title: (label) => `${label}번 창구 평가`,
  window: (label) => `${label}번 창구`,
  ask: '오늘 업무 처리에 만족하셨습니까?',
  of: (number) => `번호 ${number}`,
  steps: ['매우 만족', '만족', '보통', '불만족', '매우 불만족'],
  stars: (count) => `별 ${count}개`,
  idle: '업무가 끝나면 여기에서 평가해 주세요',
  idleHint: '평가와 번호만 기록하며 누구인지는 기록하지 않습니다.',
  what: '어떤 점이 불편하셨습니까?',
  whatHint: '여러 개를 고를 수 있고, 바로 보내셔도 됩니다.',
  remarks: {
    wait: '너무 오래 기다림',
    papers: '서류를 여러 번 요구함',
    explanation: '한 번에 설명하지 않음',
    manners: '불친절함',
    rules: '안내와 다름',
  },
  send: '보내기',
  back: '다시 선택',
  sending: '보내는 중…',
  thanks: '평가해 주셔서 감사합니다',
  thanksLow: '감사합니다. 개선하겠습니다.',
  late: '이번 평가는 끝났습니다. 감사합니다.',
  away: '지금은 연결할 수 없습니다. 잠시 후 다시 해 주세요.',
  unknown: (id) => `창구 ${id} 이(가) 없습니다.`,
}
