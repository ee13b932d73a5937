/** Numbers set aside for this kiosk: which is the next, how many are left, and where more are needed. */

/** From `next` until before `until`: these are the kiosk's own, and no other's. */
export interface Block {
  readonly letter: string
  readonly next: number
  readonly until: number
}

export const LEASE_COUNT = 10
const FEW = 4

export const leftOf = (blocks: readonly Block[], letter: string): number =>
  blocks.reduce((sum, block) => (block.letter === letter ? sum + block.until - block.next : sum), 0)

/** Letters of which fewer than four numbers are left. */
export const lettersShort = (blocks: readonly Block[], letters: readonly string[]): string[] =>
  letters.filter((letter) => leftOf(blocks, letter) < FEW)

/** As the hall writes them: `A042`, and `A1000` after `A999`. */
const written = (letter: string, count: number): string => `${letter}${String(count).padStart(3, '0')}`

/** The oldest number of a letter, and the blocks without it; nothing when none is left. */
export const nextOf = (
  blocks: readonly Block[],
  letter: string,
): { readonly number: string; readonly blocks: readonly Block[] } | undefined => {
  const block = blocks.find((one) => one.letter === letter)
  if (!block) return undefined
  const rest = { ...block, next: block.next + 1 }
  const others = blocks.flatMap((one) => (one === block ? (rest.next < rest.until ? [rest] : []) : [one]))
  return { number: written(letter, block.next), blocks: others }
}
