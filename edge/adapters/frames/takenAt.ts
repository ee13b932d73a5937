/** When a frame was taken, as its EXIF block says. */
import exif from 'exif-reader'
import type { Instant } from '#contracts/time.ts'

/** What the zone's clock shows at `at`, read as if it were UTC. */
const shownIn = (timeZone: string, at: Instant): number => {
  const options = { timeZone, dateStyle: 'short', timeStyle: 'medium', hourCycle: 'h23' } as const
  const parts = new Intl.DateTimeFormat('en-CA', options).formatToParts(at)
  const part = (wanted: string) => Number(parts.find(({ type }) => type === wanted)?.value)
  return Date.UTC(part('year'), part('month') - 1, part('day'), part('hour'), part('minute'), part('second'))
}

/** `wall` is the camera's clock read as if it were UTC, whole seconds. An hour that a clock shows twice is taken as the first. */
const instantOf = (wall: number, timeZone: string): Instant => {
  const HALF_DAY = 12 * 3_600_000
  const offsets = [wall - HALF_DAY, wall + HALF_DAY].map((at) => shownIn(timeZone, at) - at)
  const candidates = offsets.map((offset) => wall - offset)
  return candidates.find((at) => shownIn(timeZone, at) === wall) ?? wall - (offsets[0] ?? 0)
}

/** `+08:00` in milliseconds. */
const offsetOf = (text: unknown): number | undefined => {
  const [, sign, hours, minutes] = /^([+-])(\d{2}):(\d{2})/.exec(String(text)) ?? []
  if (sign === undefined) return undefined
  return (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes)) * 60_000
}

/** DateTimeOriginal with its fraction and offset; undefined when there is none or it cannot be read. */
export const takenAt = (block: Buffer, timeZone: string): Instant | undefined => {
  try {
    const { DateTimeOriginal, SubSecTimeOriginal, OffsetTimeOriginal } = exif(block).Photo ?? {}
    const wall = DateTimeOriginal?.getTime()
    if (wall === undefined || !(wall > 0)) return undefined
    const offset = offsetOf(OffsetTimeOriginal)
    const seconds = offset === undefined ? instantOf(wall, timeZone) : wall - offset
    const fraction = Number(`0.${/^\d+/.exec(String(SubSecTimeOriginal))?.[0] ?? 0}`)
    return seconds + Math.floor(fraction * 1000)
  } catch {
    return undefined
  }
}
