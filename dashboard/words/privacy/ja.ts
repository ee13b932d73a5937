/** Words of the public notice about cameras, in Japanese. */
import type { PrivacyWords } from './zh.ts'

export const ja: PrivacyWords = {
  title: 'カメラの利用について',
  lead: '長くお待ちでお手伝いが必要な方に早く気づくため、カメラで人数を数えています。数えるだけで、どなたかを見分けることはありません。',
  none: '現在、カメラで人数を数えていません。',
  noneMore: '利用を始める前に現地に掲示し、このページの内容も変わります。',
  purpose: '目的',
  measured: '見るもの',
  model: (name) => `モデル ${name} により、このホール内の機器で処理します。`,
  operator: '責任者',
  legalBasis: '根拠',
  assessment: '影響評価',
  where: '場所',
  inUse: '利用中',
  notInUse: '利用していません',
  kept: '保存期間',
  looks: '映像を見る人',
  looksRule: '通常は誰も見ません。設定時に限り、管理者が理由を記して 1 分間だけ見ます。',
  looksCount: (count, last) =>
    count === 0
      ? '過去 30 日間に見た人はいません。'
      : `過去 30 日間に ${count} 回${last === undefined ? '' : `、最後は ${last}`}。`,
  looksUnknown: '過去 30 日間の記録は現在確認できません。',
  notDone: '行わないこと',
  contact: 'お問い合わせ',
  anybody: '案内カウンターまたは職員にお尋ねください。',
  rights: 'お尋ね、ご意見、異議、苦情をお寄せいただけます。お手続きに影響はありません。',
  only: (cameraIds) => `カメラ ${cameraIds.join('、')}：`,
  zones: (names) => names.join('、'),
  live: (date) => `${date} 現在の設定から作成しています。設定が変わると、このページも変わります。`,
  print: '印刷',
}
