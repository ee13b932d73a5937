/** Saving what the hall keeps as a file for a spreadsheet. */
import { HOUR } from '#contracts/durations.ts'
import { dayAround } from '#contracts/opening.ts'
import type { Problem } from '../live/asks.ts'

/** The report on missions over so many days up to today, in the hall's own time zone. */
export const missionReport = (now: number, timeZone: string, days: number) => {
  const to = dayAround(now, timeZone).day
  const from = dayAround(now - (days - 1) * 24 * HOUR, timeZone).day
  return { path: `/api/reports/missions?from=${from}&to=${to}`, file: `missions-${from}-${to}.csv` }
}

/** Fetches it as CSV and hands it to the browser to save; gives what the hall said no to. */
export const saveCsv = async ({ path, file }: { path: string; file: string }): Promise<Problem | undefined> => {
  const unreachable = { code: 'unreachable', title: '', status: 0 }
  const response = await fetch(path, { headers: { accept: 'text/csv' } }).catch(() => undefined)
  if (response === undefined) return unreachable
  if (!response.ok) return { ...unreachable, status: response.status, ...(await response.json().catch(() => ({}))) }
  const link = document.createElement('a')
  link.href = URL.createObjectURL(await response.blob())
  link.download = file
  link.click()
  URL.revokeObjectURL(link.href)
  return undefined
}
