/** The shape that is being drawn, corner by corner, until it is closed or given up. */
import type { ZoneId } from '#contracts/ids.ts'
import type { Point } from '#contracts/places.ts'
import { leastCorners, type Shape, type Sketch, withCorners } from './sketch.ts'

export type Drawn =
  | { readonly kind: 'zone'; readonly zoneId: ZoneId }
  | { readonly kind: 'mask' }
  /** Of the zone of this index. */
  | { readonly kind: 'queueLine'; readonly index: number }

export class Pen {
  drawn = $state.raw<Drawn>()
  corners = $state.raw<readonly Point[]>([])
  /** Where the next corner would be. */
  ahead = $state.raw<Point>()

  readonly canClose = $derived(this.drawn !== undefined && this.corners.length >= leastCorners(this.drawn))

  begin(drawn: Drawn): void {
    this.drawn = drawn
    this.corners = []
    this.ahead = undefined
  }

  add(corner: Point): void {
    this.corners = [...this.corners, corner]
  }

  back(): void {
    this.corners = this.corners.slice(0, -1)
  }

  lift(): void {
    this.drawn = undefined
    this.corners = []
    this.ahead = undefined
  }
}

/** The sketch with what was drawn in it, and which of its shapes that is. */
export const drawnInto = (
  sketch: Sketch,
  drawn: Drawn,
  corners: readonly Point[],
): { readonly sketch: Sketch; readonly shape: Shape } => {
  if (drawn.kind === 'queueLine') {
    const shape: Shape = { kind: 'queueLine', index: drawn.index }
    return { sketch: withCorners(sketch, shape, corners), shape }
  }
  if (drawn.kind === 'mask')
    return {
      sketch: { ...sketch, masks: [...sketch.masks, [...corners]] },
      shape: { kind: 'mask', index: sketch.masks.length },
    }
  return {
    sketch: { ...sketch, zones: [...sketch.zones, { zoneId: drawn.zoneId, outline: [...corners] }] },
    shape: { kind: 'zone', index: sketch.zones.length },
  }
}
