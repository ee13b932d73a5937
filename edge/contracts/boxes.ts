/** A person in an image. */

/** In pixels of the camera's frame, from its upper left corner: (x1, y1) upper left, (x2, y2) lower right. */
export interface Box {
  x1: number
  y1: number
  x2: number
  y2: number
  /** 0..1 */
  score: number
}
