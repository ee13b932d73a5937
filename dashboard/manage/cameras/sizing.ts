/** Whether the people before a camera are large enough for the detector. */
import type { Box } from '#contracts/boxes.ts'

/** Pixels of the model’s input: who is smaller is often overlooked. */
export const LARGE_ENOUGH = 48
/** Below this share of people large enough, the camera hangs too far away. */
const MOST = 0.9

/** Below this score the detector begins nobody: such a box may be anything. */
const SURE = 0.3

export const sureOf = (boxes: readonly Box[]): Box[] => boxes.filter(({ score }) => score >= SURE)

export interface SizedPerson {
  readonly box: Box
  /** In pixels of the model's input. */
  readonly height: number
  readonly isLarge: boolean
}

/** `scale` is model input pixels for one pixel of the frame. */
export const sizesOf = (boxes: readonly Box[], scale: number): SizedPerson[] =>
  boxes.map((box) => {
    const height = (box.y2 - box.y1) * scale
    return { box, height: Math.round(height), isLarge: height >= LARGE_ENOUGH }
  })

/** Nothing while nobody is there. */
export const shareLarge = (people: readonly SizedPerson[]): number | undefined =>
  people.length === 0 ? undefined : people.filter(({ isLarge }) => isLarge).length / people.length

export const isNearEnough = (share: number): boolean => share >= MOST
