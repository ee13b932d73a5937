/** What a detector model says of itself, in the file beside it. */
import { z } from 'zod'

const side = z.int().positive().multipleOf(32)

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
    /** One image, rows of pixels, three bytes 0..255 each; scaling and means are inside the model. */
    layout: z.literal('NHWC'),
    element: z.literal('uint8'),
    channels: z.literal('RGB'),
  }),
  /** The frame keeps its shape, lies in the upper left corner, and the rest is this grey, 0..255. */
  letterbox: z.strictObject({ place: z.literal('topLeft'), grey: z.int().min(0).max(255) }),
  /** `centernet`: `heat` [1, 1, rows, columns] scores of centres and `wh` [1, 4, rows, columns] input pixels from the centre to left, top, right, bottom. */
  decoder: z.literal('centernet'),
  /** Input pixels from one cell of the output to the next. */
  stride: z.int().positive(),
  scores: z.strictObject({
    /** Below this a peak is nothing. */
    faint: z.number().min(0).max(1),
    /** From this on a box may begin a track; fainter ones only continue one. */
    sure: z.number().min(0).max(1),
  }),
  /** Of two boxes that share more than this (intersection over union), the better stays. */
  overlap: z.number().min(0).max(1),
  licence: z.strictObject({ stated: z.string(), upstream: z.string() }),
  source: z.strictObject({ package: z.string(), upstream: z.url(), files: z.record(z.string(), z.string()) }),
})
export type Manifest = z.infer<typeof Manifest>
