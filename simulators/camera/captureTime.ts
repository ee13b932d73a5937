/** The time a frame was taken, as cameras write it into a JPEG. */
import { MINUTE } from '#contracts/durations.ts'
import type { Instant } from '#contracts/time.ts'

/** EXIF 2.31 keeps the camera's own clock, its fraction of a second and its offset from UTC apart, all as text. */
export interface CaptureTime {
  DateTimeOriginal: string
  SubSecTimeOriginal: string
  OffsetTimeOriginal: string
}

/** `offsetMinutes` is how far the camera's clock is ahead of UTC. */
export const captureTime = (at: Instant, offsetMinutes: number): CaptureTime => {
  const [date = '', time = ''] = new Date(at + offsetMinutes * MINUTE).toISOString().split('T')
  const away = Math.abs(offsetMinutes)
  return {
    DateTimeOriginal: `${date.replaceAll('-', ':')} ${time.slice(0, 8)}`,
    SubSecTimeOriginal: time.slice(9, 12),
    OffsetTimeOriginal: `${offsetMinutes < 0 ? '-' : '+'}${twoDigits(away / 60)}:${twoDigits(away % 60)}`,
  }
}

const twoDigits = (value: number) => String(Math.floor(value)).padStart(2, '0')
