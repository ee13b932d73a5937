/** Drawing on a camera's picture: the draft, the pen, and which shape is taken hold of. */
import type { Point } from '#contracts/places.ts'
import type { Draft } from './draft.svelte.ts'
import { type Drawn, drawnInto, Pen } from './pen.svelte.ts'
import { cornersOf, leastCorners, type Shape, type Sketch, withCorners, without } from './sketch.ts'

const isSame = (a: Shape | undefined, b: Shape): boolean => a?.kind === b.kind && a.index === b.index

const rounded = ({ x, y }: Point): Point => ({ x: Math.round(x), y: Math.round(y) })
const clipped = (point: Point, { width, height }: Sketch): Point =>
  rounded({ x: Math.min(width, Math.max(0, point.x)), y: Math.min(height, Math.max(0, point.y)) })

export class Editing {
  readonly draft: Draft
  readonly pen = new Pen()
  chosen = $state.raw<Shape>()

  constructor(draft: Draft) {
    this.draft = draft
  }

  isChosen(shape: Shape): boolean {
    return isSame(this.chosen, shape)
  }

  choose(shape: Shape): void {
    this.pen.lift()
    this.chosen = shape
  }

  begin(drawn: Drawn): void {
    this.chosen = undefined
    this.pen.begin(drawn)
  }

  /** `near`, in pixels of the picture: a click so near to the first corner closes the shape. */
  point(at: Point, near: number): void {
    const corner = clipped(at, this.draft.now)
    const [first] = this.pen.corners
    const isBack = first && Math.hypot(first.x - corner.x, first.y - corner.y) <= near
    if (isBack && this.pen.canClose && this.pen.drawn?.kind !== 'queueLine') this.close()
    else this.pen.add(corner)
  }

  close(): void {
    const { drawn, corners, canClose } = this.pen
    if (!drawn || !canClose) return
    const { sketch, shape } = drawnInto(this.draft.now, drawn, corners)
    this.draft.change(sketch)
    this.pen.lift()
    this.chosen = shape
  }

  remove(shape: Shape): void {
    this.chosen = undefined
    this.draft.change(without(this.draft.now, shape))
  }

  moveCorner(shape: Shape, index: number, to: Point): void {
    const { now } = this.draft
    this.draft.slide(withCorners(now, shape, cornersOf(now, shape).toSpliced(index, 1, clipped(to, now))))
  }

  /** In the middle of the edge that follows this corner; a step of its own. */
  insertCorner(shape: Shape, after: number): void {
    const { now } = this.draft
    const corners = cornersOf(now, shape)
    this.draft.change(withCorners(now, shape, corners.toSpliced(after + 1, 0, rounded(edgeMiddle(corners, after)))))
  }

  canRemoveCorner(shape: Shape): boolean {
    return cornersOf(this.draft.now, shape).length > leastCorners(shape)
  }

  /** Within a step that has begun. */
  removeCorner(shape: Shape, index: number): void {
    const { now } = this.draft
    this.draft.slide(withCorners(now, shape, cornersOf(now, shape).toSpliced(index, 1)))
  }

  undo(): void {
    if (this.pen.drawn && this.pen.corners.length > 0) this.pen.back()
    else if (this.pen.drawn) this.pen.lift()
    else {
      this.chosen = undefined
      this.draft.undo()
    }
  }
}

/** Between a corner and the next. */
export const edgeMiddle = (corners: readonly Point[], index: number): Point => {
  const from = corners[index] ?? { x: 0, y: 0 }
  const to = corners[(index + 1) % corners.length] ?? from
  return { x: (from.x + to.x) / 2, y: (from.y + to.y) / 2 }
}
