/** How simulated people look: build and clothes, drawn from dice. Nobody is meant. */
import { createDice } from '../random.ts'

/** Red, green, blue, 0..255. */
export type Colour = readonly [red: number, green: number, blue: number]

export interface Look {
  /** Standing height, m. */
  height: number
  /** Width of the body against the usual, about 0.9 to 1.2. */
  girth: number
  skin: Colour
  hair: Colour
  top: Colour
  bottom: Colour
  shoes: Colour
  pattern: 'plain' | 'stripes' | 'checks'
  longSleeves: boolean
  longHair: boolean
  skirt: boolean
  coat: boolean
  bag: boolean
}

const SKINS: Colour[] = [
  [224, 178, 150],
  [205, 152, 122],
  [176, 122, 92],
  [141, 94, 66],
  [236, 196, 172],
]
const HAIRS: Colour[] = [
  [38, 28, 22],
  [22, 18, 16],
  [92, 62, 38],
  [120, 118, 116],
  [64, 42, 30],
]
const TOPS: Colour[] = [
  [40, 52, 88],
  [150, 34, 38],
  [210, 208, 200],
  [34, 36, 40],
  [86, 110, 72],
  [120, 150, 184],
  [176, 146, 92],
  [96, 60, 110],
  [188, 96, 56],
]
const BOTTOMS: Colour[] = [
  [34, 44, 78],
  [40, 40, 44],
  [92, 84, 70],
  [58, 66, 92],
  [26, 26, 30],
  [120, 110, 92],
]
const SHOES: Colour[] = [
  [30, 28, 28],
  [210, 208, 205],
  [84, 58, 40],
  [50, 50, 58],
]

/** The same seed dresses the same figure. */
export const createLook = (seed: number): Look => {
  const dice = createDice(seed)
  const slight = dice.chance(0.5)
  return {
    height: slight ? dice.uniform(1.56, 1.72) : dice.uniform(1.66, 1.86),
    girth: dice.uniform(0.92, 1.16),
    skin: dice.pick(SKINS),
    hair: dice.pick(HAIRS),
    top: dice.pick(TOPS),
    bottom: dice.pick(BOTTOMS),
    shoes: dice.pick(SHOES),
    pattern: dice.chance(0.35) ? dice.pick(['stripes', 'checks']) : 'plain',
    longSleeves: dice.chance(0.6),
    longHair: slight && dice.chance(0.75),
    skirt: slight && dice.chance(0.2),
    coat: dice.chance(0.25),
    bag: dice.chance(0.35),
  }
}
