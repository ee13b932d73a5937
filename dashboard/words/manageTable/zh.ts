/** Words of the tables of the managers' screen, in Chinese. */
export const zh = {
  filter: '筛选',
  filterHint: '只看有这些字的行',
  shown: (shown: number, all: number) => (shown === all ? `${all} 行` : `${all} 行里的 ${shown} 行`),
  noneFound: '没有符合筛选的行。',
  showAll: '全部显示',
  sortBy: (title: string) => `按${title}排序`,
  exporting: '导出所显示的',
  csv: 'CSV',
  excel: 'Excel',
  unsaved: '没能导出：大厅联系不上，或刚刚更新过。请再试一次，或刷新页面。',
  loading: '正在读取……',
  tryAgain: '再试一次',
}
export type TableWords = typeof zh
