/** Words of printing a slip by those who work in the hall, in Chinese. */
export const zh = {
  print: '打印小票',
  again: '再打印一次',
  at: '打印机',
  printing: '正在打印……',
  printed: (printer: string) => `已在 ${printer} 打印，请取走`,
  none: '大厅没有登记打印机，请手写号码',
  failed: {
    none: () => '大厅没有登记打印机，请手写号码',
    fails: (printer: string) => `没有打印出来，请到 ${printer} 看一下`,
    offline: (printer: string) => `${printer} 没有连上，请查看电源和网线`,
    paperOut: (printer: string) => `${printer} 打印纸用完了，请换纸再打`,
    coverOpen: (printer: string) => `${printer} 的盖子开着，请合上再打`,
    timeout: (printer: string) => `${printer} 没有回应，请看小票出来没有`,
  },
  away: '连不上大厅，没有打印。请再按一次。',
}
export type SlipWords = typeof zh
