/** Between which values the tensors of a network lie, measured on pictures like those it will see. */
import { InferenceSession, Tensor } from 'onnxruntime-node'
import { encode } from './onnxFile.ts'
import type { OnnxGraph } from './onnxModel.ts'

/** Always holds 0, which is what padding is. */
export interface Range {
  least: number
  most: number
}

/** Processors add in different orders: what they agree on is kept. */
const agreed = (value: number): number => Number(value.toPrecision(3))

/**
 * The whole range: a network answers strongly in the few cells where a person is, and to cut off the rarest values, as is
 * often done, would cut off just those answers.
 */
const widened = (range: Range, values: Float32Array): Range => ({
  least: values.reduce((least, value) => Math.min(least, value), range.least),
  most: values.reduce((most, value) => Math.max(most, value), range.most),
})

/** `pictures` are bytes in the shape of the network's one input. */
export const measureRanges = async (
  graph: OnnxGraph,
  tensors: readonly string[],
  pictures: readonly Uint8Array[],
): Promise<Map<string, Range>> => {
  const [input] = graph.inputs
  if (!input?.shape) throw new TypeError('the network has no input of known shape')
  const watched = tensors.map((name) => ({ name, element: 'float' as const }))
  const options = { graphOptimizationLevel: 'disabled', intraOpNumThreads: 1 } as const
  const session = await InferenceSession.create(encode({ ...graph, outputs: watched }), options)
  const ranges = new Map<string, Range>()
  for (const picture of pictures) {
    const outputs = await session.run({ [input.name]: new Tensor('uint8', picture, input.shape) })
    for (const name of tensors) {
      const data = outputs[name]?.data
      if (!(data instanceof Float32Array)) throw new TypeError(`${name} holds no floats`)
      ranges.set(name, widened(ranges.get(name) ?? { least: 0, most: 0 }, data))
    }
  }
  await session.release()
  return new Map([...ranges].map(([name, { least, most }]) => [name, { least: agreed(least), most: agreed(most) }]))
}
