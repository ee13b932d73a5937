/** Text files of MOTChallenge (motchallenge.net): one box a line, of the truth, of a detector or of a tracker. */
import { readFileSync } from 'node:fs'
import type { Box } from '#edge/core/crowd/geometry.ts'

/** One box of one frame. */
export interface MotRow {
  /** From 1. */
  readonly frame: number
  /** Of a person or a track; -1 of a detection. */
  readonly id: number
  readonly box: Box
}

/** Lines of `frame, id, left, top, width, height, score, …`, in pixels. */
export const readMot = (path: string): MotRow[] =>
  readFileSync(path, 'utf8')
    .trim()
    .split('\n')
    .map((line) => {
      const [frame = 0, id = 0, left = 0, top = 0, width = 0, height = 0, score = 0] = line.split(',').map(Number)
      return { frame, id, box: { x1: left, y1: top, x2: left + width, y2: top + height, score } }
    })

/** The rows of each frame, from the first of all to the last, frames without rows included. */
export const framesOf = (...files: readonly (readonly MotRow[])[]): MotRow[][][] => {
  const last = Math.max(0, ...files.flat().map(({ frame }) => frame))
  return Array.from({ length: last }, (_, index) =>
    files.map((rows) => rows.filter(({ frame }) => frame === index + 1)),
  )
}
