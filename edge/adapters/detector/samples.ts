/** A frame seen coarsely: how bright every fourth pixel is. */
import type { Letterbox } from '#edge/core/crowd/detecting.ts'
import type { Size } from '#edge/core/crowd/geometry.ts'

/** Rows of brightness, 0..255; of the frame alone, not of what lies around it. */
export interface Samples {
  columns: number
  rows: number
  /** 0 where a mask lies, for only there is a pixel wholly black; everything else is at least 1. */
  grey: Uint8Array
}

const STEP = 4

/** `rgb` is [height, width, 3] of the input, after its masks. */
export const sample = (rgb: Uint8Array, input: Size, { left, top, filled }: Letterbox): Samples => {
  const columns = Math.ceil(filled.width / STEP)
  const rows = Math.ceil(filled.height / STEP)
  const grey = new Uint8Array(columns * rows)
  for (let row = 0; row < rows; row++)
    for (let column = 0; column < columns; column++) {
      const at = ((top + row * STEP) * input.width + left + column * STEP) * 3
      const red = rgb[at] ?? 0
      const green = rgb[at + 1] ?? 0
      const blue = rgb[at + 2] ?? 0
      if (red + green + blue > 0) grey[row * columns + column] = Math.max(1, (red * 77 + green * 150 + blue * 29) >> 8)
    }
  return { columns, rows, grey }
}
