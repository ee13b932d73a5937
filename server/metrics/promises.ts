/** What visitors were told and what came of it; who has booked; and how fresh the advice is. */
import { SECOND } from '#contracts/durations.ts'
import type { Measured, Measuring, Sample } from './measuring.ts'

interface Kept {
  told: number
  kept: number
}

export const promiseMeasures = ({ gauge, counter }: Measuring, { mirror, clock }: Measured): void => {
  const figures = () => mirror.all('figures').map((record) => record.figures)
  const days = () => figures().flatMap(({ day, promised, promisedBefore }) => [...promisedBefore, { day, ...promised }])
  const advised = () => mirror.readings('advised')

  counter('estimate_p80_told_total', 'Visitors called that had been told a time, by service day.', ['day'], () =>
    days().map(({ day, told }) => [{ day }, told]),
  )
  counter('estimate_p80_kept_total', 'Of these, called within the told p80, by service day.', ['day'], () =>
    days().map(({ day, kept }) => [{ day }, kept]),
  )
  gauge(
    'estimate_p80_coverage',
    'Share of told times that were kept, 0 to 1: today, and on the 7 days before. Nothing where nobody was told one.',
    ['days'],
    () =>
      figures().flatMap(({ promised, promisedBefore }) => [
        ...share({ days: 'today' }, [promised]),
        ...share({ days: '7' }, promisedBefore),
      ]),
  )
  gauge(
    'appointments',
    'Appointments of today: all that are booked, and of these the arrived and the missed.',
    ['state'],
    () =>
      figures().flatMap(({ appointments }) =>
        Object.entries(appointments).map(([state, count]): Sample => [{ state }, count]),
      ),
  )
  gauge('advice', 'Pieces of advice that stand now.', [], () => [
    [{}, advised().flatMap(({ reading }) => reading.advice).length],
  ])
  gauge('advice_age_seconds', 'How long ago the advice was reckoned. NaN before the first.', [], () => {
    const [told] = advised()
    return [[{}, told ? (clock.now() - told.at) / SECOND : Number.NaN]]
  })
}

const share = (labels: Record<string, string>, days: readonly Kept[]): Sample[] => {
  const told = days.reduce((sum, day) => sum + day.told, 0)
  const kept = days.reduce((sum, day) => sum + day.kept, 0)
  return told === 0 ? [] : [[labels, kept / told]]
}
