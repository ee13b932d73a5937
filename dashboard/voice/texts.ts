/** What every clip says, by language: the letters and digits of a number, and the phrases that stand around them. */
import type { Language } from '#contracts/languages.ts'

/** `lead` number `middle` label `end`; those that a language has no need of are absent. `look` is said for a label that cannot be. */
export type Phrase = 'lead' | 'middle' | 'end' | 'look'

export interface VoiceTexts {
  readonly phrases: Readonly<Partial<Record<Phrase, string>> & Pick<Record<Phrase, string>, 'middle' | 'look'>>
  /** `0` to `9`, one by one. */
  readonly digits: readonly string[]
  /** `A` to `Z`; as the language's own letters where a voice would not know Latin ones. */
  readonly letters: readonly string[]
}

const latin = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ']
const words = (text: string): string[] => text.split(' ')

export const voiceTexts: Readonly<Record<Language, VoiceTexts>> = {
  zh: {
    phrases: { lead: '请', middle: '号到', end: '号窗口办理', look: '号，请看屏幕' },
    digits: words('零 一 二 三 四 五 六 七 八 九'),
    letters: latin,
  },
  en: {
    phrases: { lead: 'Number', middle: 'please go to window', look: 'please look at the screen' },
    digits: words('zero one two three four five six seven eight nine'),
    letters: latin,
  },
  ja: {
    phrases: {
      middle: 'ばんのかたわ',
      end: 'ばんまどぐちえおこしください',
      look: 'ばんのかたわ がめんおごらんください',
    },
    digits: words('ぜろ いち に さん よん ご ろく なな はち きゅう'),
    letters: words(
      'えー びー しー でぃー いー えふ じー えいち あい じぇー けー える えむ えぬ おー ぴー きゅー あーる えす てぃー ゆー ぶい だぶりゅー えっくす わい ぜっと',
    ),
  },
  ko: {
    phrases: { middle: '번 고객님', end: '번 창구로 오십시오', look: '번 고객님, 화면을 보십시오' },
    digits: words('공 일 이 삼 사 오 육 칠 팔 구'),
    letters: words(
      '에이 비 씨 디 이 에프 지 에이치 아이 제이 케이 엘 엠 엔 오 피 큐 알 에스 티 유 브이 더블유 엑스 와이 제트',
    ),
  },
}
