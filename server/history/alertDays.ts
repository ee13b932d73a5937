/** Alerts by the day they were raised. */
import type { HallId } from '#contracts/ids.ts'
import type { LocalDay } from '#contracts/opening.ts'
import type { AlertDay } from '../answers.ts'
import type { Db } from '../db/client.ts'
import { type AlertCounts, alertCounts } from './alertCounts.ts'
import { measured } from './grouped.ts'

const NONE = { raised: 0, resolved: 0, dismissed: 0, over: 0, acceptMinutes: null }

const countsOf = ({
  raised,
  resolved,
  dismissed,
  over,
  acceptMinutes,
}: Omit<AlertCounts, 'nth' | 'kind' | 'helpMinutes'>) => ({
  raised,
  resolved,
  dismissed,
  over,
  ...measured('medianMinutes', acceptMinutes),
})

/** Every one of the days, which follow each other without a gap; also those without alerts. */
export const alertDays = async (db: Db, hallId: HallId, days: readonly LocalDay[]): Promise<AlertDay[]> => {
  const counted = await alertCounts(db, hallId, days)
  return days.map(({ day }, i) => {
    const ofDay = counted.filter(({ nth }) => nth === i + 1)
    const kinds = ofDay.flatMap((part) => (part.kind ? { kind: part.kind, ...countsOf(part) } : []))
    return { day, ...countsOf(ofDay.find(({ kind }) => kind === null) ?? NONE), kinds }
  })
}
