/** What a network says of every cell of a picture, in one form for all networks and for both runtimes. */
import { InferenceSession, Tensor } from 'onnxruntime-node'
import type { ImageSize } from './converting.ts'
import type { Network } from './networks.ts'

export interface Answer {
  /** One a cell, row by row, the maps of all strides one after the other: heat 0..1, or the logit of a person. */
  scores: Float32Array
  /** [cells, each]: what is said of a cell beside its score, of where the four sides are. */
  sides: Float32Array
  each: number
}

/** One output, [channels, cells]. */
export interface Planes {
  channels: number
  values: Float32Array
}

/** `outputs` by their names in the ONNX file. The first channel over some cells is their score. */
export const answerOf = ({ maps }: Network, outputs: ReadonlyMap<string, Planes>): Answer => {
  const read = maps.map((names) => {
    const parts = names.flatMap((name) => outputs.get(name) ?? [])
    const channels = parts.reduce((sum, part) => sum + part.channels, 0)
    const values = Float32Array.from(parts.flatMap((part) => [...part.values]))
    return { values, cells: values.length / channels, each: channels - 1 }
  })
  const sidesOf = ({ values, cells, each }: (typeof read)[number]): number[] =>
    Array.from({ length: cells * each }, (_, at) => values[((at % each) + 1) * cells + Math.floor(at / each)] ?? 0)
  return {
    scores: Float32Array.from(read.flatMap(({ values, cells }) => [...values.subarray(0, cells)])),
    sides: Float32Array.from(read.flatMap(sidesOf)),
    each: read[0]?.each ?? 0,
  }
}

/** `rgb` are bytes, [height, width, 3]. */
export const runOnnx = async (
  model: Uint8Array,
  network: Network,
  rgb: Uint8Array,
  { width, height }: ImageSize,
): Promise<Answer> => {
  const session = await InferenceSession.create(model, { intraOpNumThreads: 1 })
  const outputs = await session.run({ images: new Tensor('uint8', rgb, [1, height, width, 3]) })
  await session.release()
  const planes = Object.entries(outputs).map(([name, { data, dims }]): [string, Planes] => {
    if (!(data instanceof Float32Array)) throw new TypeError(`${name} holds no floats`)
    return [name, { channels: dims[1] ?? 0, values: data }]
  })
  return answerOf(network, new Map(planes))
}
