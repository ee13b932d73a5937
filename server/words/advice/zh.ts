/** Words of advice, in Chinese. Minutes are whole. */

/** The line that is short of windows, or has them to spare. */
interface Line {
  service: string
  waiting: number
  longest: number
  openWindows: number
  short: boolean
}

const change = (what: string, before: number, after: number): string =>
  before === after
    ? `${what}仍是 ${after} 分钟`
    : `${what}从 ${before} 分钟${after < before ? '降到' : '升到'} ${after} 分钟`

export const zh = {
  reason: ({ service, waiting, longest, openWindows, short }: Line) => {
    const line = waiting === 0 ? `${service}没有人在等` : `${service}有 ${waiting} 人在等，最久 ${longest} 分钟`
    const windows = openWindows === 0 ? '没有窗口办理' : `${short ? '只' : ''}有 ${openWindows} 个窗口办理`
    return `${line}，${windows}`
  },
  openWindow: (label: string) => `开 ${label} 号窗口`,
  resumeWindow: (label: string) => `${label} 号窗口恢复叫号`,
  closeWindow: (label: string) => `关 ${label} 号窗口`,
  setWindowServices: (label: string, services: readonly string[]) => `${label} 号窗口改办${services.join('、')}`,
  /** Such as `12:30–13:00`; none calls the breaks off. */
  setBreaks: (label: string, breaks: readonly string[]) =>
    breaks.length === 0 ? `取消 ${label} 号窗口的休息` : `${label} 号窗口的休息改到 ${breaks.join('、')}`,
  p90: (before: number, after: number) => change('九成等候', before, after),
  mean: (before: number, after: number) => change('平均等候', before, after),
  sentence: (reason: string, deed: string, effect: string) => `${reason}：${deed}，${effect}。`,
}
export type AdviceWords = typeof zh
