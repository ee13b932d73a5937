/** Smooth noise in space, 0..1: folds of cloth, grain of skin, strands of hair. */
import type { Vector } from './vectors.ts'

/** One hill or dip about every metre; pass a point scaled by how many there should be in a metre. */
export const noiseAt = ([x, y, z]: Vector): number => {
  const [cellX, cellY, cellZ] = [Math.floor(x), Math.floor(y), Math.floor(z)]
  const [u, v, w] = [eased(x - cellX), eased(y - cellY), eased(z - cellZ)]
  let value = 0
  for (let corner = 0; corner < 8; corner++) {
    const [dx, dy, dz] = [corner & 1, (corner >> 1) & 1, corner >> 2]
    const weight = (dx ? u : 1 - u) * (dy ? v : 1 - v) * (dz ? w : 1 - w)
    value += weight * cornerValue(cellX + dx, cellY + dy, cellZ + dz)
  }
  return value
}

const eased = (share: number) => share * share * (3 - 2 * share)

const cornerValue = (x: number, y: number, z: number): number => {
  let mixed = Math.imul(x, 0x1f1f1f1f) ^ Math.imul(y, 0x5f356495) ^ Math.imul(z, 0x3c6ef372)
  mixed = Math.imul(mixed ^ (mixed >>> 15), 0x2c1b3c6d)
  return ((mixed ^ (mixed >>> 13)) >>> 0) / 2 ** 32
}
