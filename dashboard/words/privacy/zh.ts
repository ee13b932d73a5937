/** Words of the public notice about cameras, in Chinese. */
export const zh = {
  title: '摄像头使用告知',
  lead: '本大厅用摄像头数人，为的是早一点发现等得太久、需要帮助的人。只数人，不认人。',
  none: '本大厅现在没有用摄像头数人。',
  noneMore: '哪天启用，要先在现场张贴告示，这一页也会跟着改。',
  purpose: '为什么用',
  measured: '看什么',
  model: (name: string) => `用模型 ${name} 识别，在大厅自己的机器上运行。`,
  operator: '谁负责',
  legalBasis: '依据',
  assessment: '影响评估',
  where: '在哪里',
  inUse: '使用中',
  notInUse: '未使用',
  kept: '留多久',
  looks: '谁看画面',
  /** Followed by one of the sentences below. */
  looksRule: '平时没有人看；管理员调试时须写明理由，最多看一分钟。',
  looksCount: (count: number, last: string | undefined) =>
    count === 0
      ? '近 30 天没有人看过。'
      : `近 30 天看过 ${count} 次${last === undefined ? '' : `，最近一次在 ${last}`}。`,
  looksUnknown: '近 30 天的记录暂时查不到。',
  notDone: '不做什么',
  contact: '有疑问请找',
  anybody: '请询问导办台或现场工作人员。',
  rights: '您可以询问、提意见、反对或投诉，不影响您办事。',
  /** Of these cameras only. */
  only: (cameraIds: readonly string[]) => `摄像头 ${cameraIds.join('、')}：`,
  zones: (names: readonly string[]) => names.join('、'),
  live: (date: string) => `这一页照着 ${date} 正在用的设置生成；设置一改，内容跟着改。`,
  print: '打印',
}
export type PrivacyWords = typeof zh
