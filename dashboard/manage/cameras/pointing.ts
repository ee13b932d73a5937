/** From the pointer on the screen to a point of what is drawn. */
import type { Point } from '#contracts/places.ts'

/** In the units of the drawing's view box, never outside of it. */
export const pointAt = (svg: SVGSVGElement, { clientX, clientY }: Pick<MouseEvent, 'clientX' | 'clientY'>): Point => {
  const { left, top, width, height } = svg.getBoundingClientRect()
  const box = svg.viewBox.baseVal
  return within(
    { x: ((clientX - left) / width) * box.width, y: ((clientY - top) / height) * box.height },
    box.width,
    box.height,
  )
}

export const within = ({ x, y }: Point, width: number, height: number): Point => ({
  x: Math.min(width, Math.max(0, x)),
  y: Math.min(height, Math.max(0, y)),
})

/** Ten times as far with Shift. */
const FAST = 10

/** Where an arrow key moves a point with y down; nothing for other keys. */
export const steppedBy = (key: string, isFast: boolean, { x, y }: Point, step: number): Point | undefined => {
  const by = isFast ? step * FAST : step
  switch (key) {
    case 'ArrowLeft':
      return { x: x - by, y }
    case 'ArrowRight':
      return { x: x + by, y }
    case 'ArrowUp':
      return { x, y: y - by }
    case 'ArrowDown':
      return { x, y: y + by }
    default:
      return undefined
  }
}
