/** Words of the doors of the screens, pairing and signing in, in Chinese. */
export const zh = {
  pairTitle: '设备配对',
  what: {
    wall: '大屏',
    queue: '叫号屏',
    kiosk: '取号机',
    window: '窗口台',
    rating: '评价器',
    tablet: '工作人员平板',
  } as Record<string, string>,
  at: (what: string, place: string) => `${what} ${place}`,
  pairAsk: '请管理员批准这台设备',
  pairHow: '在管理页的“设备”里输入这个码：',
  pairWhere: '管理页',
  fetching: '正在取码……',
  pairAway: '暂时连不上大厅，恢复后自动继续。',
  pairThen: '批准后这里自动打开，以后不用再配对。',

  signInTitle: '登录',
  name: '账号',
  password: '密码',
  code: '动态验证码',
  codeHint: '身份验证器里的 6 位数字',
  signIn: '登录',
  signingIn: '正在登录……',
  enrol: '请先绑定身份验证器',
  enrolHow: '用身份验证器扫码，或手工输入密钥，再填上它显示的 6 位数字。',
  secret: '密钥',
  other: '用单位统一身份登录',
  signOut: '退出',
  back: '返回',
}
export type EntryWords = typeof zh
