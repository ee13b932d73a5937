/** Words of the queue screen, in Chinese. */
export const zh = {
  title: '叫号屏',
  goTo: '请到',
  window: (label: string) => `${label} 号窗口`,
  comeTo: (number: string, label: string) => `请 ${number} 号到 ${label} 号窗口`,
  again: (times: number) => `第 ${times} 次呼叫`,
  past: '刚才叫到',
  noPast: '叫过的号会列在这里。',
  invite: '请先取号，在这里看叫号',
  inviteHint: '取号机在入口。需要帮忙，请找导办台。',
  waiting: (count: number) => `${count} 人等候`,
  nobody: '无人等候',
  noWindow: '暂无窗口办理',
  silenced: '声音已关，轻触屏幕开启',
  tooFar: (metres: number, reach: number) =>
    `最远的座位有 ${metres} 米，这块屏幕只看得清到 ${reach} 米，请换大屏，或把座位移近。`,
}
export type QueueWords = typeof zh
