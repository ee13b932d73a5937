/** Who needed somebody, how many were helped, and how soon. */
import type { HallId } from '#contracts/ids.ts'
import type { LocalDay } from '#contracts/opening.ts'
import type { Db } from '../db/client.ts'
import type { CareCounts, CareReport } from '../reportAnswers.ts'
import { type AlertCounts, alertCounts } from './alertCounts.ts'
import { eachDay, measured } from './grouped.ts'
import { waitsAfter } from './waitsAfter.ts'

const countsOf = (line: AlertCounts | undefined): CareCounts => ({
  raised: line?.raised ?? 0,
  helped: line?.resolved ?? 0,
  dismissed: line?.dismissed ?? 0,
  over: line?.over ?? 0,
  ...measured('acceptMinutes', line?.acceptMinutes),
  ...measured('helpMinutes', line?.helpMinutes),
})

export const careReport = async (db: Db, hallId: HallId, days: readonly LocalDay[]): Promise<CareReport> => {
  const [counted, waits] = await Promise.all([alertCounts(db, hallId, days), waitsAfter(db, hallId, days)])
  const ofPeriod = counted.filter(({ nth }) => nth === null)
  return {
    whole: countsOf(ofPeriod.find(({ kind }) => kind === null)),
    days: eachDay(
      days,
      counted.filter(({ kind }) => kind === null),
      countsOf,
    ),
    kinds: ofPeriod.flatMap((line) => (line.kind ? { kind: line.kind, ...countsOf(line) } : [])),
    wait: waits.whole,
  }
}
