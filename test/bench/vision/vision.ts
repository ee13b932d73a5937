/** The cameras: how exact, how fast, how hard to mislead, and how little anybody else notices of them. */
import type { Figure } from '../measure.ts'
import { benchAccuracy } from './accuracy.ts'
import { benchFlooding } from './flooding.ts'
import { benchPipeline } from './pipeline.ts'

export const benchVision = async (): Promise<Figure[]> => [
  ...(await benchAccuracy()),
  ...(await benchPipeline()),
  ...(await benchFlooding()),
]
