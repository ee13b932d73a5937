/** Words of a slip, by language. */
import type { Language } from '#contracts/languages.ts'

export interface SlipWords {
  yourNumber: string
  soon: string
  /** From the middle guess to the careful one, in minutes. */
  wait(p50: number, p80: number): string
  unknownWait: string
  ahead(count: number): string
  papers: string
  seat(zone: string, floor: string): string
  onFloor(floor: string): string
  windows(labels: string): string
  windowsMany(labels: string): string
  /** Of a ticket for several services. */
  oneNumber: string
  phone: string
  joiner: string
}

const zh: SlipWords = {
  yourNumber: '您的号码',
  soon: '马上就到您',
  wait: (p50, p80) => (p50 <= 1 ? `大约要等 ${p80} 分钟以内` : `大约要等 ${p50}-${p80} 分钟`),
  unknownWait: '等候时间暂时不知道，请留意叫号',
  ahead: (count) => (count === 0 ? '前面没有人' : `前面大约 ${count} 人`),
  papers: '请带好',
  seat: (zone, floor) => `请到${floor}${zone}坐着等`,
  onFloor: (floor) => `请在${floor}等候`,
  windows: (labels) => `叫到号，请到 ${labels} 号窗口`,
  windowsMany: (labels) => `叫到号，请看屏幕，到 ${labels} 号窗口中的一个`,
  oneNumber: '一个号用到底，办完一处再等叫号',
  phone: '扫码在手机上看排队',
  joiner: '、',
}

const en: SlipWords = {
  yourNumber: 'Your number',
  soon: 'It will be your turn very soon',
  wait: (p50, p80) => (p50 <= 1 ? `The wait is under ${p80} min` : `The wait is about ${p50}-${p80} min`),
  unknownWait: 'The wait is not known yet. Please watch the screen.',
  ahead: (count) => (count === 0 ? 'Nobody is ahead of you' : `About ${count} ahead of you`),
  papers: 'Have these with you',
  seat: (zone, floor) => `Take a seat: ${zone}, ${floor.toLowerCase()}`,
  onFloor: (floor) => `Please wait on the ${floor.toLowerCase()}`,
  windows: (labels) => `When called, go to window ${labels}`,
  windowsMany: (labels) => `When called, the screen shows the window: ${labels}`,
  oneNumber: 'Keep this number: after each window, wait for the next call',
  phone: 'Scan to follow the line on your phone',
  joiner: ', ',
}

const ja: SlipWords = {
  yourNumber: '受付番号',
  soon: 'まもなくお呼びします',
  wait: (p50, p80) => (p50 <= 1 ? `待ち時間は${p80}分以内` : `待ち時間は約${p50}-${p80}分`),
  unknownWait: '待ち時間はまだ分かりません。画面をご覧ください。',
  ahead: (count) => (count === 0 ? 'お待ちの方はいません' : `前に約${count}人`),
  papers: 'お持ちいただくもの',
  seat: (zone, floor) => `${floor}の${zone}でお待ちください`,
  onFloor: (floor) => `${floor}でお待ちください`,
  windows: (labels) => `呼ばれたら${labels}番窓口へ`,
  windowsMany: (labels) => `呼ばれたら画面の窓口へ（${labels}番のいずれか）`,
  oneNumber: '番号は最後まで同じです。終わったら次の呼出をお待ちください',
  phone: '順番をスマートフォンで確認',
  joiner: '、',
}

const ko: SlipWords = {
  yourNumber: '대기 번호',
  soon: '곧 호출됩니다',
  wait: (p50, p80) => (p50 <= 1 ? `대기 시간 ${p80}분 이내` : `대기 시간 약 ${p50}-${p80}분`),
  unknownWait: '대기 시간을 아직 알 수 없습니다. 화면을 봐 주세요.',
  ahead: (count) => (count === 0 ? '앞에 아무도 없습니다' : `앞에 약 ${count}명`),
  papers: '준비물',
  seat: (zone, floor) => `${floor} ${zone}에 앉아서 기다려 주세요`,
  onFloor: (floor) => `${floor}에서 기다려 주세요`,
  windows: (labels) => `호출되면 ${labels}번 창구로 가세요`,
  windowsMany: (labels) => `호출되면 화면에 나온 창구로 가세요 (${labels}번 중 하나)`,
  oneNumber: '번호는 끝까지 같습니다. 한 곳이 끝나면 다음 호출을 기다리세요',
  phone: '휴대전화로 순서 확인',
  joiner: ', ',
}

export const slipWords: Record<Language, SlipWords> = { zh, en, ja, ko }
