/** Words of the rating pad, in Japanese. */
import type { RateWords } from './zh.ts'

export const ja: RateWords = {
  title: (label) => `${label}番窓口の評価`,
  window: (label) => `${label}番窓口`,
  ask: '今回の手続きはいかがでしたか',
  of: (number) => `番号 ${number}`,
  steps: ['とても満足', '満足', 'ふつう', '不満', 'とても不満'],
  stars: (count) => `星${count}つ`,
  idle: '手続きのあと、こちらで評価をお願いします',
  idleHint: '記録するのは評価と番号だけです。お名前などは記録しません。',
  what: '何がよくなかったですか',
  whatHint: '複数お選びいただけます。そのまま送信もできます。',
  remarks: {
    wait: '待ち時間が長い',
    papers: '書類を何度も求められた',
    explanation: '説明が足りない',
    manners: '対応がよくない',
    rules: '案内と違っていた',
  },
  send: '送信',
  back: '選び直す',
  sending: '送信しています…',
  thanks: 'ありがとうございました',
  thanksLow: 'ありがとうございました。改善に努めます。',
  late: 'この評価は終了しました。ありがとうございました。',
  away: '現在接続できません。しばらくしてからお願いします。',
  unknown: (id) => `窓口 ${id} はありません。`,
}
