/** The cameras: how exact, how fast, how hard to mislead, and how little anybody else notices of them. */
import { converterGaps } from '#test/models/converterGaps.ts'
import type { Figure } from '../measure.ts'
import { benchAccuracy } from './accuracy.ts'
import { benchCampus } from './campus.ts'
import { benchFlooding } from './flooding.ts'
import { benchHours } from './hours.ts'
import { benchPipeline } from './pipeline.ts'

const benchConverter = async (): Promise<Figure[]> => [
  {
    name: 'vision.converterMaxDiff',
    value: (await converterGaps()).heat,
    note: 'heat map of person.onnx against TensorFlow.js, every cell; bar 1e-4',
  },
]

export const benchVision = async (): Promise<Figure[]> => [
  ...(await benchConverter()),
  ...(await benchAccuracy()),
  ...(await benchPipeline()),
  ...benchCampus(),
  ...benchHours(),
  ...(await benchFlooding()),
]
