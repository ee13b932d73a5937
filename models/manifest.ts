/** What a detector model says of itself, in the file beside it. */
import { z } from 'zod'

const side = z.int().positive().multipleOf(8)
const output = z.string().min(1)
/** Of the classes a model knows, counted from 0; in COCO a person is the first. */
const person = z.int().nonnegative().default(0)
const strides = z.array(z.int().positive()).min(1)

/** How boxes are read from what the network puts out; N is the batch of one, lengths are input pixels. */
export const Decoder = z.discriminatedUnion('kind', [
  /** `heat` [N, 1, rows, columns] scores of centres, `wh` [N, 4, rows, columns] from the centre to left, top, right, bottom. */
  z.strictObject({ kind: z.literal('centernet'), heat: output, wh: output, stride: z.int().positive() }),
  /**
   * One output a stride, [N, 1 + 4 · bins, rows, columns]: the logit of the person, then for left, top, right, bottom the
   * logits of the distances 0, 1, 2 … strides (generalised focal loss, arXiv 2006.04388).
   */
  z.strictObject({ kind: z.literal('nanodet'), outputs: z.array(output).min(1), strides, bins: z.int().min(2) }),
  /** [N, cells, 5 + classes], rows of all strides one after the other: centre and log size in strides, objectness, class scores. */
  z.strictObject({ kind: z.literal('yolox'), output, strides, person }),
  /** [N, 4 + classes, cells]: centre x, centre y, width, height in input pixels, class scores 0..1. */
  z.strictObject({ kind: z.literal('yolov8'), output, person }),
  /** `logits` [N, queries, classes] and `boxes` [N, queries, 4]: centre x, centre y, width, height, 0..1 of the input. */
  z.strictObject({ kind: z.literal('detr'), logits: output, boxes: output, person }),
  /**
   * The same with its own last step inside, as D-FINE and RT-DETR are exported: takes `size`, int64 [N, 2], the width and
   * height of the input; gives `labels` [N, queries], `boxes` [N, queries, 4] left, top, right, bottom, `scores` [N, queries].
   */
  z.strictObject({
    kind: z.literal('dfine'),
    size: output,
    labels: output,
    boxes: output,
    scores: output,
    person,
  }),
])
export type Decoder = z.infer<typeof Decoder>

const triple = z.tuple([z.number(), z.number(), z.number()])

export const Manifest = z.strictObject({
  name: z.string(),
  /** The model, beside the manifest. */
  file: z.string().regex(/^[\w.-]+\.onnx$/),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  input: z.strictObject({
    name: z.string(),
    /** Pixels. */
    width: side,
    height: side,
    /** One image: rows of pixels (NHWC), or one plane a channel (NCHW). */
    layout: z.enum(['NHWC', 'NCHW']),
    /** `uint8` takes 0..255 as they are; `float32` takes (value − mean) ÷ deviation. */
    element: z.enum(['uint8', 'float32']),
    channels: z.enum(['RGB', 'BGR']),
    /** Of values 0..255, in the order of `channels`. */
    mean: triple.default([0, 0, 0]),
    deviation: triple.default([1, 1, 1]),
  }),
  /** `topLeft` and `middle` keep the frame's shape and fill the rest with this grey, 0..255; `stretch` fills the input. */
  letterbox: z.strictObject({ place: z.enum(['topLeft', 'middle', 'stretch']), grey: z.int().min(0).max(255) }),
  /** Whole numbers run best with fewer of the runtime's rewritings than floating point. */
  arithmetic: z.enum(['float', 'int8']),
  decoder: Decoder,
  scores: z.strictObject({
    /** Below this a box is nothing; from it on it continues a track. */
    keep: z.number().min(0).max(1),
    /** From this on a box may begin a track. */
    start: z.number().min(0).max(1),
  }),
  /** Of two boxes that share more than this (intersection over union), the better stays. */
  overlap: z.number().min(0).max(1),
  licence: z.strictObject({ stated: z.string(), upstream: z.string() }),
  source: z.strictObject({ package: z.string(), upstream: z.url(), files: z.record(z.string(), z.string()) }),
})
export type Manifest = z.infer<typeof Manifest>
