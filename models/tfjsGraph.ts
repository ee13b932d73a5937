/** A TensorFlow.js graph model, read from its two files. */
import { z } from 'zod'

const Ints = z.object({ list: z.object({ i: z.array(z.coerce.number()) }) }).transform((value) => value.list.i)
const Base64 = z.string().transform((value) => Buffer.from(value, 'base64').toString())

const Attributes = z.object({
  strides: Ints.optional(),
  ksize: Ints.optional(),
  alpha: z.object({ f: z.number() }).optional(),
  dilations: Ints.optional(),
  padding: z.object({ s: Base64 }).optional(),
  fused_ops: z.object({ list: z.object({ s: z.array(Base64).default([]) }) }).optional(),
  keep_dims: z.object({ b: z.boolean() }).optional(),
  align_corners: z.object({ b: z.boolean() }).optional(),
  half_pixel_centers: z.object({ b: z.boolean() }).optional(),
  shape: z
    .object({ shape: z.object({ dim: z.array(z.object({ size: z.coerce.number() })) }) })
    .transform((value) => value.shape.dim.map((dimension) => dimension.size))
    .optional(),
})

const TfNode = z.object({
  name: z.string(),
  op: z.string(),
  input: z.array(z.string()).default([]),
  attr: Attributes.default({}),
})
export type TfNode = z.infer<typeof TfNode>

const WeightSpec = z.object({
  name: z.string(),
  shape: z.array(z.int().nonnegative()),
  dtype: z.enum(['float32', 'int32']),
  quantization: z.object({ dtype: z.literal('float16') }).optional(),
})
type WeightSpec = z.infer<typeof WeightSpec>

const GraphFile = z.object({
  modelTopology: z.object({ node: z.array(TfNode) }),
  weightsManifest: z.array(z.object({ weights: z.array(WeightSpec) })).length(1),
})

/** Row-major. Whole numbers (axes, sizes) are kept as floats too. */
export interface Constant {
  shape: number[]
  values: Float32Array
}

export interface TfGraph {
  nodes: Map<string, TfNode>
  constants: Map<string, Constant>
}

const float16 = (bits: number): number => {
  const sign = bits & 0x8000 ? -1 : 1
  const exponent = (bits >> 10) & 0x1f
  const fraction = bits & 0x3ff
  if (exponent === 0) return sign * 2 ** -24 * fraction
  if (exponent === 0x1f && fraction > 0) throw new TypeError('a weight is not a number')
  if (exponent === 0x1f) return sign * Number.POSITIVE_INFINITY
  return sign * 2 ** (exponent - 15) * (1 + fraction / 1024)
}

const bytesEach = (spec: WeightSpec): number => (spec.quantization ? 2 : 4)

const decode = (spec: WeightSpec, view: DataView, offset: number, count: number): Float32Array => {
  if (spec.quantization)
    return Float32Array.from({ length: count }, (_, i) => float16(view.getUint16(offset + i * 2, true)))
  if (spec.dtype === 'int32') return Float32Array.from({ length: count }, (_, i) => view.getInt32(offset + i * 4, true))
  return Float32Array.from({ length: count }, (_, i) => view.getFloat32(offset + i * 4, true))
}

/** `topology` is the text of model.json, `weights` the one binary file beside it. */
export const readTfGraph = (topology: string, weights: Uint8Array): TfGraph => {
  const file = GraphFile.parse(JSON.parse(topology))
  const view = new DataView(weights.buffer, weights.byteOffset, weights.byteLength)
  const constants: TfGraph['constants'] = new Map()
  let offset = 0
  for (const spec of file.weightsManifest.flatMap((group) => group.weights)) {
    const count = spec.shape.reduce((product, size) => product * size, 1)
    constants.set(spec.name, { shape: spec.shape, values: decode(spec, view, offset, count) })
    offset += count * bytesEach(spec)
  }
  if (offset !== weights.length) throw new RangeError(`the weights use ${offset} of ${weights.length} bytes`)
  return { nodes: new Map(file.modelTopology.node.map((node) => [node.name, node])), constants }
}
