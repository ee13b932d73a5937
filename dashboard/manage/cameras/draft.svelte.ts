/** One camera's set-up while it is changed: what it is now, what it was before each step, and what the hall has. */
import type { CameraSetup } from '#contracts/siteCameras.ts'
import { type Sketch, scaledTo, sketchOf } from './sketch.ts'

const STEPS = 100

export class Draft {
  now = $state.raw<Sketch>() as Sketch
  #saved = $state.raw<Sketch>() as Sketch
  #before = $state.raw<readonly Sketch[]>([])

  readonly canUndo = $derived(this.#before.some((sketch) => sketch !== this.now))
  readonly isChanged = $derived(JSON.stringify(this.now) !== JSON.stringify(this.#saved))

  constructor(setup: CameraSetup) {
    this.saved(setup)
  }

  /** One step that can be taken back. */
  change(next: Sketch): void {
    if (next === this.now) return
    this.mark()
    this.now = next
  }

  /** A drag begins: all of it is one step. */
  mark(): void {
    this.#before = [...this.#before.slice(1 - STEPS), this.now]
  }

  /** Within a drag, or letter by letter in a field. */
  slide(next: Sketch): void {
    this.now = next
  }

  undo(): void {
    const last = this.#before.findLastIndex((sketch) => sketch !== this.now)
    const before = this.#before[last]
    if (!before) return
    this.#before = this.#before.slice(0, last)
    this.now = before
  }

  /** The pictures are of this size: what was drawn on others is drawn to scale. */
  fit(width: number, height: number): void {
    if (this.now.width === width && this.now.height === height) return
    this.now = scaledTo(this.now, width, height)
    this.#before = this.#before.map((sketch) => scaledTo(sketch, width, height))
  }

  /** This is what the hall has now. */
  saved(setup: CameraSetup): void {
    this.#saved = sketchOf(setup)
    this.now = this.#saved
    this.#before = []
  }
}
