/** How large a queue screen must write for its farthest seat, and what then has room on it. All lengths in rem of 120 × 67.5. */

export interface Seats {
  /** From the farthest seat to the screen. */
  readonly metres: number
  /** The screen's diagonal. */
  readonly inches: number
}

export interface Sizes {
  /** Type size of the called number. */
  readonly number: number
  /** Least type size of everything else. */
  readonly text: number
  /** Earlier calls beside the stage: none when their column would be too small to read. */
  readonly rows: number
  /** Letters at the foot at a time; the others follow in turn. */
  readonly letters: number
  /** The same on a screen that stands upright, whose width is the other's height. */
  readonly lettersUpright: number
  /** How far the screen reaches, when that is less than asked for: the number or the text is too small for the seat. */
  readonly reachMetres?: number
}

export const usualSeats: Seats = { metres: 4, inches: 55 }

/** Called numbers and text, in mm for each metre of distance: what older eyes read without effort. */
const NUMBER_MM = 16
const TEXT_MM = 8
/** A figure of Noto Sans is so high, of its type size. */
const FIGURE = 0.714
const MM_PER_INCH = 25.4

const WIDE = 120
const HIGH = 67.5
/** Widths of signs, of the type size: a figure, and with it the letter before them. */
const signsWide = (count: number): number => 0.66 + 0.575 * (count - 1)
const LARGEST = 25
const STAGE = { wide: 62, aloneWide: 108 }
/** The window's line, the second language and the space between, of the text size and fixed. */
const aroundNumber = (text: number): number => Math.max(8.5, text * 1.3) * 1.1 + Math.max(3.5, text) * 2.4 + 5
const footHigh = (text: number): number => text * 3.8 + 2.5
const STAGE_MARGINS = 8
const ROWS = 5
/** Type size of an earlier number. */
export const pastNumber = (text: number): number => Math.max(4.5, text * 1.25)
const rowHigh = (text: number): number => pastNumber(text) * 1.15 + 0.6
const headHigh = (text: number): number => Math.max(6, text * 2.6) + text * 1.6
const letterWide = (text: number): number => text * 8 + 2

/** mm of one rem: the picture is 16 by 9, whatever the pixels. */
export const mmOfRem = (inches: number): number => (inches * MM_PER_INCH * 16) / Math.hypot(16, 9) / WIDE

const positive = (asked: string | null, usual: number): number => {
  const number = Number(asked ?? usual)
  return Number.isFinite(number) && number > 0 ? number : usual
}

/** `?metres=` and `?inches=` of the address. */
export const seatsFrom = (search: URLSearchParams): Seats => ({
  metres: positive(search.get('metres'), usualSeats.metres),
  inches: positive(search.get('inches'), usualSeats.inches),
})

/** `signs` is the length of the longest number shown. */
export const sizesFor = (seats: Seats, signs: number): Sizes => {
  const fitting = sizesAt(seats, signs)
  if (fitting) return fitting
  for (let tenths = Math.min(1000, Math.ceil(seats.metres * 10)) - 1; tenths > 0; tenths--) {
    const sizes = sizesAt({ ...seats, metres: tenths / 10 }, signs)
    if (sizes) return { ...sizes, reachMetres: tenths / 10 }
  }
  return { number: LARGEST, text: 2, rows: 0, letters: 0, lettersUpright: 0, reachMetres: 0 }
}

/** Everything on one picture, or the stage alone; nothing where even that is too small. */
const sizesAt = ({ metres, inches }: Seats, signs: number): Sizes | undefined => {
  const mm = mmOfRem(inches)
  const text = (TEXT_MM * metres) / mm
  const least = (NUMBER_MM * metres) / mm / FIGURE
  const most = (wide: number, foot: number) =>
    Math.min(wide / signsWide(signs), HIGH - STAGE_MARGINS - foot - aroundNumber(text))
  const rows = rowsBeside(text)
  const shared = Math.min(LARGEST, most(STAGE.wide, footHigh(text)))
  if (rows > 0 && shared >= least)
    return { number: shared, text, rows, letters: lettersOf(text, WIDE), lettersUpright: lettersOf(text, HIGH) }
  const alone = most(STAGE.aloneWide, 0)
  return alone >= least ? { number: alone, text, rows: 0, letters: 0, lettersUpright: 0 } : undefined
}

const rowsBeside = (text: number): number => {
  const room = HIGH - STAGE_MARGINS - footHigh(text) - headHigh(text)
  return Math.max(0, Math.min(ROWS, Math.floor(room / rowHigh(text))))
}

const lettersOf = (text: number, wide: number): number =>
  Math.max(1, Math.min(6, Math.floor((wide - 4) / letterWide(text))))
