/** The networks that are converted: where their TensorFlow graphs are cut, and what of them is kept. */

export interface Network {
  /** Of the graph in the ONNX file. */
  name: string
  /** Names in the ONNX file, and the nodes that they are. What is behind them (TensorFlow's own decoding) is left out. */
  outputs: Readonly<Record<string, string>>
  /** The outputs over the same cells, the one with the score first. */
  maps: readonly (readonly string[])[]
  /** A cell that scores this or more is worth a look at its sides. */
  warm: number
  /** Of the output channels of some convolutions, those worth keeping. */
  kept: Readonly<Record<string, readonly number[]>>
  /** What the network was taught with in place of red, green and blue bytes; left out, the bytes as they are. */
  pixels?: Pixels
}

/** (value − mean) ÷ deviation of values 0..255, in the order of `channels`. */
export interface Pixels {
  channels: 'RGB' | 'BGR'
  mean: readonly [number, number, number]
  deviation: readonly [number, number, number]
}

/** Of the 80 COCO classes the first. */
const PERSON = 0
const COCO_CLASSES = 80

export const centernet: Network = {
  name: 'centernet-person',
  outputs: { heat: 'tower_0/keypoints', wh: 'tower_0/wh' },
  maps: [['heat', 'wh']],
  warm: 0.1,
  kept: { 'tower_0/CenternetHead/centernet_cls_output/BiasAdd': [PERSON] },
}

/** Distances 0..10 strides, for each of the four sides. */
export const NANODET_BINS = 11
export const NANODET_STRIDES = [8, 16, 32]

const personAndSides = [PERSON, ...Array.from({ length: 4 * NANODET_BINS }, (_, at) => COCO_CLASSES + at)]

/** Scores are logits. Each head is one convolution of 80 classes and 44 distances, cut before the sigmoid. */
export const nanodet: Network = {
  name: 'nanodet-person',
  outputs: { p8: 'PartitionedCall/Add_29', p16: 'PartitionedCall/Add_33', p32: 'PartitionedCall/Add_37' },
  maps: [['p8'], ['p16'], ['p32']],
  warm: 0,
  kept: {
    'PartitionedCall/convolution_29': personAndSides,
    'PartitionedCall/convolution_31': personAndSides,
    'PartitionedCall/convolution_33': personAndSides,
  },
  pixels: { channels: 'BGR', mean: [103.53, 116.28, 123.675], deviation: [57.375, 57.12, 58.395] },
}
