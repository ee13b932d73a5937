/** Looking back at visitors: how long they waited, what became of their numbers, and the windows that served them. */
import { serviceNamed } from '../../../parts/naming.ts'
import type { ServiceReport, WaitReport, WindowReport } from '../reports.ts'
import { byDayChart, columnsOf, inOrder, percentOf, type Saying, type View } from './view.ts'

const hourSaid = (hour: number): string => `${String(hour).padStart(2, '0')}:00`

export const waitView = (now: WaitReport, before: WaitReport | undefined, saying: Saying): View => {
  const { words, daySaid, site, language } = saying
  const { whole, days, hours, services } = now
  const over = words.overLong(now.longWaitMinutes)
  const rest = before?.whole
  const measures = [
    ['median', 'medianMinutes'],
    ['p90', 'p90Minutes'],
  ] as const
  const spread = (rows: readonly (typeof whole)[]) => [
    ...measures.map(([word, name]) => ({
      label: words[word],
      unit: 'minutes' as const,
      as: 'line' as const,
      values: rows.map((row) => row[name]),
    })),
    { label: over, unit: 'people' as const, as: 'bars' as const, values: rows.map((row) => row.overLong) },
  ]
  const p90Before = {
    label: words.beforeSaid(words.p90),
    unit: 'minutes' as const,
    as: 'before' as const,
    values: days.map((_, i) => before?.days[i]?.p90Minutes),
  }
  const byDay = {
    title: words.byDay,
    along: words.day,
    names: days.map(({ day }) => daySaid(day)),
    series: [...spread(days), p90Before],
  }
  const byHour = {
    title: words.byHour,
    along: words.hour,
    names: hours.map(({ hour }) => hourSaid(hour)),
    series: spread(hours),
  }
  return {
    empty: whole.called === 0,
    tiles: [
      { label: words.called, unit: 'people', value: whole.called, before: rest?.called, more: 'neither' },
      { label: words.median, unit: 'minutes', value: whole.medianMinutes, before: rest?.medianMinutes, more: 'bad' },
      { label: words.p90, unit: 'minutes', value: whole.p90Minutes, before: rest?.p90Minutes, more: 'bad' },
      {
        label: over,
        unit: 'percent',
        value: percentOf(whole.overLong, whole.called),
        before: rest && percentOf(rest.overLong, rest.called),
        more: 'bad',
      },
    ],
    charts: days.length > 1 ? [byDay, byHour] : [byHour],
    sheets: [
      {
        id: 'services',
        title: words.byService,
        columns: columnsOf(words.service, [
          [words.called, 'people'],
          [words.median, 'minutes'],
          [words.p90, 'minutes'],
          [over, 'people'],
        ]),
        rows: inOrder(services, site.services, 'serviceId').map((one) => ({
          id: one.serviceId,
          cells: [
            serviceNamed(site, language, one.serviceId),
            one.called,
            one.medianMinutes,
            one.p90Minutes,
            one.overLong,
          ],
        })),
      },
    ],
  }
}

export const serviceView = (now: ServiceReport, before: ServiceReport | undefined, saying: Saying): View => {
  const { words, site, language } = saying
  const { whole, services } = now
  const rest = before?.whole
  return {
    empty: whole.issued === 0,
    tiles: [
      { label: words.issued, unit: 'people', value: whole.issued, before: rest?.issued, more: 'neither' },
      { label: words.served, unit: 'people', value: whole.served, before: rest?.served, more: 'good' },
      { label: words.missed, unit: 'people', value: whole.missed, before: rest?.missed, more: 'bad' },
      { label: words.left, unit: 'people', value: whole.left, before: rest?.left, more: 'bad' },
      { label: words.took, unit: 'minutes', value: whole.medianMinutes, before: rest?.medianMinutes, more: 'neither' },
    ],
    charts: [
      byDayChart(saying, {
        unit: 'people',
        now: now.days,
        before: before?.days,
        bars: { label: words.served, of: (day) => day.served },
        line: { label: words.missed, of: (day) => day.missed },
      }),
    ],
    sheets: [
      {
        id: 'services',
        title: words.byService,
        columns: columnsOf(words.service, [
          [words.issued, 'people'],
          [words.served, 'people'],
          [words.missed, 'people'],
          [words.left, 'people'],
          [words.took, 'minutes'],
        ]),
        rows: inOrder(services, site.services, 'serviceId').map((one) => ({
          id: one.serviceId,
          cells: [
            serviceNamed(site, language, one.serviceId),
            one.issued,
            one.served,
            one.missed,
            one.left,
            one.medianMinutes,
          ],
        })),
      },
    ],
  }
}

export const windowView = (now: WindowReport, before: WindowReport | undefined, saying: Saying): View => {
  const { words, daySaid, site } = saying
  const { whole, days, windows } = now
  const rest = before?.whole
  const percent = (share: number | undefined) => (share === undefined ? undefined : Math.round(share * 100))
  const labelOf = (id: string) => site.windows.find(({ windowId }) => windowId === id)?.label ?? id
  return {
    empty: whole.served === 0 && whole.openHours === 0,
    tiles: [
      { label: words.served, unit: 'people', value: whole.served, before: rest?.served, more: 'good' },
      { label: words.meanTook, unit: 'minutes', value: whole.meanMinutes, before: rest?.meanMinutes, more: 'neither' },
      { label: words.openHours, unit: 'hours', value: whole.openHours, before: rest?.openHours, more: 'neither' },
      {
        label: words.busy,
        unit: 'percent',
        value: percent(whole.busyShare),
        before: percent(rest?.busyShare),
        more: 'neither',
      },
    ],
    charts: [
      {
        title: words.byDay,
        along: words.day,
        names: days.map(({ day }) => daySaid(day)),
        series: [
          { label: words.served, unit: 'people', as: 'bars', values: days.map(({ served }) => served) },
          { label: words.busy, unit: 'percent', as: 'line', values: days.map(({ busyShare }) => percent(busyShare)) },
        ],
      },
    ],
    sheets: [
      {
        id: 'windows',
        title: words.byWindow,
        columns: columnsOf(words.window, [
          [words.served, 'people'],
          [words.meanTook, 'minutes'],
          [words.openHours, 'hours'],
          [words.busy, 'percent'],
        ]),
        rows: inOrder(windows, site.windows, 'windowId').map((one) => ({
          id: one.windowId,
          cells: [labelOf(one.windowId), one.served, one.meanMinutes, one.openHours, percent(one.busyShare)],
        })),
      },
    ],
  }
}
