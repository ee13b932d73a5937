/** Days that a look at the past asks for, first and last included, in the hall's own time zone. */
import { z } from 'zod'
import { dayAround, daysBetween, type LocalDay, midnightOf } from '#contracts/opening.ts'
import type { ServiceDay } from '#contracts/time.ts'

const MOST_DAYS = 366

export const Period = z
  .object({ from: z.iso.date(), to: z.iso.date() })
  .refine(({ from, to }) => from <= to && daysBetween(from, to) < MOST_DAYS, {
    path: ['to'],
    message: `not before \`from\`, and within ${MOST_DAYS} days`,
  })

export const daysOf = ({ from, to }: z.output<typeof Period>, timeZone: string): LocalDay[] => {
  const days: LocalDay[] = []
  const around = (day: ServiceDay) => dayAround(midnightOf(day, timeZone), timeZone)
  for (let day = around(from); day.day <= to; day = dayAround(day.until, timeZone)) days.push(day)
  return days
}
