/** What the two models that come with the hall say of themselves. */
import type { ImageSize } from './converting.ts'
import type { Manifest } from './manifest.ts'
import { NANODET_BINS, NANODET_STRIDES } from './networks.ts'
import { centernetSource, nanodetSource, type Source, sha256 } from './source.ts'

/** 0.4 of 1280 × 720, so that the usual camera needs no letterbox. */
export const SIZE: ImageSize = { width: 512, height: 288 }

const common = {
  input: {
    name: 'images',
    ...SIZE,
    layout: 'NHWC',
    element: 'uint8',
    channels: 'RGB',
    mean: [0, 0, 0],
    deviation: [1, 1, 1],
  },
  letterbox: { place: 'topLeft', grey: 114 },
} satisfies Partial<Manifest>

const from = ({ package: name, files }: Source, upstream: string): Manifest['source'] => ({
  package: name,
  upstream,
  files: { ...files },
})

export const personManifest = (model: Uint8Array): Manifest => ({
  name: 'CenterNet MobileNetV3, person channel',
  file: 'person.onnx',
  sha256: sha256(model),
  ...common,
  arithmetic: 'float',
  decoder: { kind: 'centernet', heat: 'heat', wh: 'wh', stride: 4 },
  scores: { keep: 0.1, start: 0.3 },
  overlap: 0.6,
  licence: {
    stated: 'MIT, by the npm package',
    upstream: 'unclear: no licence file was found in the upstream repository',
  },
  source: from(centernetSource, 'https://github.com/610265158/mobilenetv3_centernet'),
})

/** Begins a track later than CenterNet: chairs and displays were seen to score 0.38 to 0.48. */
export const fastManifest = (model: Uint8Array): Manifest => ({
  name: 'NanoDet-g in whole numbers, person channel',
  file: 'fast.onnx',
  sha256: sha256(model),
  ...common,
  arithmetic: 'int8',
  decoder: { kind: 'nanodet', outputs: ['p8', 'p16', 'p32'], strides: [...NANODET_STRIDES], bins: NANODET_BINS },
  scores: { keep: 0.15, start: 0.5 },
  overlap: 0.6,
  licence: {
    stated: 'MIT, by the npm package',
    upstream: 'Apache-2.0, by the upstream repository',
  },
  source: from(nanodetSource, 'https://github.com/RangiLyu/nanodet'),
})
