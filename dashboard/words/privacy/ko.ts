/** Words of the public notice about cameras, in Korean. */
import type { PrivacyWords } from './zh.ts'

export const ko: PrivacyWords = {
  title: '카메라 이용 안내',
  lead: '오래 기다려 도움이 필요한 분을 빨리 알아차리기 위해 카메라로 사람 수를 셉니다. 수만 셀 뿐, 누구인지 알아보지 않습니다.',
  none: '지금은 카메라로 사람 수를 세지 않습니다.',
  noneMore: '이용을 시작하기 전에 현장에 안내문을 붙이고, 이 화면의 내용도 바뀝니다.',
  purpose: '목적',
  measured: '보는 것',
  model: (name) => `모델 ${name}(으)로 이 홀 안의 기기에서 처리합니다.`,
  operator: '책임자',
  legalBasis: '근거',
  assessment: '영향 평가',
  where: '장소',
  inUse: '이용 중',
  notInUse: '이용하지 않음',
  kept: '보관 기간',
  looks: '영상을 보는 사람',
  looksRule: '평소에는 아무도 보지 않습니다. 설정할 때만 관리자가 이유를 적고 1분간 봅니다. ',
  looksCount: (count, last) =>
    count === 0
      ? '최근 30일 동안 본 사람이 없습니다.'
      : `최근 30일 동안 ${count}회${last === undefined ? '' : `, 마지막은 ${last}`}.`,
  looksUnknown: '최근 30일의 기록을 지금은 확인할 수 없습니다.',
  notDone: '하지 않는 것',
  contact: '문의',
  anybody: '안내 데스크나 직원에게 문의해 주세요.',
  rights: '문의, 의견, 반대, 민원을 내실 수 있으며 업무 처리에 영향을 주지 않습니다.',
  only: (cameraIds) => `카메라 ${cameraIds.join(', ')}: `,
  zones: (names) => names.join(', '),
  live: (date) => `${date} 현재의 설정으로 만들었습니다. 설정이 바뀌면 이 화면도 바뀝니다.`,
  print: '인쇄',
}
