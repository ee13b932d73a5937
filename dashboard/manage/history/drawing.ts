/** A chart as uPlot draws it: the days or hours along, its colours those of the page. */
import 'uplot/dist/uPlot.min.css'
import uPlot from 'uplot'
import { colourOf } from './colours.ts'
import type { Chart, Series, Unit } from './views/view.ts'

const CHART_HEIGHT = 260
const LEAST_LABEL_PX = 64
/** Nobody is half a person, and no errand either. */
const WHOLE_STEPS = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000, 10_000]
const isCounted = (unit: Unit): boolean => unit === 'people' || unit === 'items'

/** A colour of the tokens as it is now: light on paper, dark on a screen. */
const token = (name: string) => (): string => getComputedStyle(document.documentElement).getPropertyValue(name).trim()

const drawn = (series: readonly Series[], i: number): uPlot.Series => {
  const one = series[i]
  const stroke = token(colourOf(series, i))
  const bars = uPlot.paths.bars?.({ size: [0.6, 48] })
  const common = { label: one?.label ?? '', scale: one?.unit ?? 'people' }
  if (one?.as === 'bars')
    return { ...common, stroke, fill: stroke, ...(bars && { paths: bars }), points: { show: false } }
  if (one?.as === 'before') return { ...common, stroke, width: 1.5, dash: [3, 4], points: { show: false } }
  return { ...common, stroke, width: 2.5, points: { show: one !== undefined && one.values.length < 45, size: 6 } }
}

/** Bars first: lines are drawn over them. */
const behindFirst = (series: readonly Series[]): Series[] => [
  ...series.filter(({ as }) => as === 'bars'),
  ...series.filter(({ as }) => as !== 'bars'),
]

const optionsOf = (
  { names, series }: Chart,
  width: number,
  axisSaid: Readonly<Record<Unit, string>>,
  onhover: (i: number | undefined) => void,
): uPlot.Options => {
  const units = [...new Set(series.map(({ unit }) => unit))]
  const ink = token('--ink-2')
  const font = `13px ${getComputedStyle(document.documentElement).fontFamily}`
  const every = Math.max(1, Math.ceil(names.length / Math.max(1, Math.floor(width / LEAST_LABEL_PX))))
  return {
    width,
    height: CHART_HEIGHT,
    legend: { show: false },
    cursor: { drag: { x: false, y: false }, y: false },
    scales: {
      x: { time: false, range: () => [-0.6, names.length - 0.4] },
      ...Object.fromEntries(
        units.map((unit) => [
          unit,
          { range: (_: uPlot, __: number, max: number): [number, number] => [0, Math.max(1, max * 1.1)] },
        ]),
      ),
    },
    axes: [
      {
        stroke: ink,
        font,
        grid: { show: false },
        ticks: { show: false },
        splits: () => names.flatMap((_, i) => (i % every === 0 ? [i] : [])),
        values: (_, splits) => splits.map((i) => names[i] ?? ''),
      },
      ...units.map((unit, i) => ({
        scale: unit,
        ...(isCounted(unit) && { incrs: WHOLE_STEPS }),
        side: i === 0 ? (3 as const) : (1 as const),
        stroke: ink,
        font,
        label: axisSaid[unit],
        labelFont: font,
        labelSize: 20,
        size: 44,
        grid: { show: i === 0, stroke: token('--line'), width: 1 },
        ticks: { show: false },
      })),
    ],
    series: [{}, ...behindFirst(series).map((one) => drawn(series, series.indexOf(one)))],
    hooks: { setCursor: [({ cursor: { idx } }) => onhover(idx ?? undefined)] },
  }
}

const dataOf = ({ names, series }: Chart): uPlot.AlignedData => [
  names.map((_, i) => i),
  ...behindFirst(series).map(({ values }) => values.map((value) => value ?? null)),
]

export interface DrawnChart {
  redraw(): void
  close(): void
}

/** Draws it into an element, as wide as that is at any time. */
export const drawInto = (
  host: HTMLElement,
  chart: Chart,
  axisSaid: Readonly<Record<Unit, string>>,
  onhover: (i: number | undefined) => void,
): DrawnChart => {
  const plot = new uPlot(optionsOf(chart, host.clientWidth, axisSaid, onhover), dataOf(chart), host)
  const sized = new ResizeObserver(([entry]) => {
    if (entry) plot.setSize({ width: Math.floor(entry.contentRect.width), height: CHART_HEIGHT })
  })
  sized.observe(host)
  return {
    redraw: () => plot.redraw(),
    close: () => {
      sized.disconnect()
      plot.destroy()
    },
  }
}
