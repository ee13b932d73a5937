/** Words of the queue screen, in Japanese. */
import type { QueueWords } from './zh.ts'

export const ja: QueueWords = {
  title: '呼出画面',
  goTo: 'お越しください',
  window: (label) => `${label}番窓口`,
  comeTo: (number, label) => `${number}の方は${label}番窓口へお越しください`,
  again: (times) => `${times}回目の呼出`,
  past: '呼出済み',
  noPast: '呼び出した番号をここに表示します。',
  invite: '番号札をお取りになり、こちらでお待ちください',
  inviteHint: '発券機は入口にあります。お困りの方は案内カウンターへ。',
  waiting: (count) => `${count}人待ち`,
  nobody: '待ちなし',
  noWindow: '受付窓口なし',
  silenced: '音声オフ（画面に触れるとオン）',
  tooFar: (metres, reach) =>
    `最も遠い席は${metres}mですが、この画面は${reach}mまでしか読めません。大きな画面に替えるか、席を近づけてください。`,
}
