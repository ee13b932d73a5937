/** The pixels of a frame in the form that a model takes. */
import { Tensor } from 'onnxruntime-node'
import type { Manifest } from '#models/manifest.ts'

type Input = Manifest['input']

const RED_GREEN_BLUE = [0, 1, 2]
const BLUE_GREEN_RED = [2, 1, 0]

/** For each channel what 0..255 becomes. */
const tablesOf = ({ element, mean, deviation }: Input): readonly Float32Array[] =>
  mean.map((middle, channel) =>
    Float32Array.from({ length: 256 }, (_, value) =>
      element === 'uint8' ? value : (value - middle) / (deviation[channel] ?? 1),
    ),
  )

const isReady = ({ layout, element, channels }: Input): boolean =>
  layout === 'NHWC' && element === 'uint8' && channels === 'RGB'

/** Takes [height, width, 3] RGB, 0..255. */
export const createPreparing = (input: Input): ((rgb: Uint8Array) => Tensor) => {
  const { width, height, layout, element } = input
  const pixels = width * height
  const shape = layout === 'NHWC' ? [1, height, width, 3] : [1, 3, height, width]
  if (isReady(input)) return (rgb) => new Tensor('uint8', rgb, shape)
  const tables = tablesOf(input)
  const order = input.channels === 'RGB' ? RED_GREEN_BLUE : BLUE_GREEN_RED
  const [step, plane] = layout === 'NHWC' ? [3, 1] : [1, pixels]
  return (rgb) => {
    const values = element === 'uint8' ? new Uint8Array(pixels * 3) : new Float32Array(pixels * 3)
    for (const [channel, table] of tables.entries()) {
      const from = order[channel] ?? 0
      for (let pixel = 0; pixel < pixels; pixel++)
        values[pixel * step + channel * plane] = table[rgb[pixel * 3 + from] ?? 0] ?? 0
    }
    return values instanceof Uint8Array ? new Tensor('uint8', values, shape) : new Tensor('float32', values, shape)
  }
}
