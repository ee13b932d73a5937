/** Which outputs a decoder needs, and how boxes are read from them. */
import { decodeCenters } from '#edge/core/crowd/decoding/centernet.ts'
import { decodeQueries } from '#edge/core/crowd/decoding/detr.ts'
import { decodeReady } from '#edge/core/crowd/decoding/dfine.ts'
import { decodeDistances } from '#edge/core/crowd/decoding/nanodet.ts'
import { decodeColumns } from '#edge/core/crowd/decoding/yolov8.ts'
import { cellsOf, decodeGrid } from '#edge/core/crowd/decoding/yolox.ts'
import type { Letterbox } from '#edge/core/crowd/detecting.ts'
import type { Box } from '#edge/core/crowd/geometry.ts'
import { unreachable } from '#edge/core/decision.ts'
import type { Decoder, Manifest } from '#models/manifest.ts'
import { type Answers, floatsOf, labelsOf } from './answers.ts'

type Of<Kind extends Decoder['kind']> = Extract<Decoder, { kind: Kind }>

interface Asked {
  answers: Answers
  letterbox: Letterbox
  input: Manifest['input']
  limits: { least: number; overlap: number }
}

const readCenters = ({ heat, wh, stride }: Of<'centernet'>, { answers, letterbox, input, limits }: Asked): Box[] => {
  const [columns, rows] = [input.width / stride, input.height / stride]
  const maps = {
    heat: floatsOf(answers, heat, [1, 1, rows, columns]).values,
    wh: floatsOf(answers, wh, [1, 4, rows, columns]).values,
  }
  return decodeCenters({ ...maps, columns, rows, stride }, letterbox, limits)
}

const readDistances = (decoder: Of<'nanodet'>, { answers, letterbox, input, limits }: Asked): Box[] => {
  const { outputs, strides, bins } = decoder
  const maps = outputs.map((name, i) => {
    const stride = strides[i] ?? 0
    const [columns, rows] = [Math.ceil(input.width / stride), Math.ceil(input.height / stride)]
    return { values: floatsOf(answers, name, [1, 1 + 4 * bins, rows, columns]).values, columns, rows, stride }
  })
  return decodeDistances(maps, bins, letterbox, limits)
}

const readGrid = ({ output, strides, person }: Of<'yolox'>, { answers, letterbox, input, limits }: Asked): Box[] => {
  const shape = [1, cellsOf(input, strides), { least: 6 + person }]
  const { values, dims } = floatsOf(answers, output, shape)
  return decodeGrid({ values, classes: (dims[2] ?? 0) - 5, person, strides, input }, letterbox, limits)
}

const readColumns = ({ output, person }: Of<'yolov8'>, { answers, letterbox, limits }: Asked): Box[] => {
  const { values, dims } = floatsOf(answers, output, [1, { least: 5 + person }, { least: 1 }])
  return decodeColumns({ values, cells: dims[2] ?? 0, person }, letterbox, limits)
}

const readQueries = ({ logits, boxes, person }: Of<'detr'>, { answers, letterbox, input, limits }: Asked): Box[] => {
  const { values, dims } = floatsOf(answers, logits, [1, { least: 1 }, { least: 1 + person }])
  const shares = floatsOf(answers, boxes, [1, dims[1] ?? 0, 4]).values
  return decodeQueries({ logits: values, boxes: shares, classes: dims[2] ?? 0, person, input }, letterbox, limits)
}

const readReady = (decoder: Of<'dfine'>, { answers, letterbox, limits }: Asked): Box[] => {
  const { values, dims } = labelsOf(answers, decoder.labels, [1, { least: 1 }])
  const queries = dims[1] ?? 0
  const boxes = floatsOf(answers, decoder.boxes, [1, queries, 4]).values
  const scores = floatsOf(answers, decoder.scores, [1, queries]).values
  return decodeReady({ labels: values, boxes, scores, person: decoder.person }, letterbox, limits)
}

const read = (decoder: Decoder, asked: Asked): Box[] => {
  switch (decoder.kind) {
    case 'centernet':
      return readCenters(decoder, asked)
    case 'nanodet':
      return readDistances(decoder, asked)
    case 'yolox':
      return readGrid(decoder, asked)
    case 'yolov8':
      return readColumns(decoder, asked)
    case 'detr':
      return readQueries(decoder, asked)
    case 'dfine':
      return readReady(decoder, asked)
    default:
      return unreachable(decoder)
  }
}

/** Boxes in pixels of the frame, best first. Throws `ModelFault` when an output is not what the manifest promises. */
export const boxesOf = (answers: Answers, letterbox: Letterbox, { input, decoder, scores, overlap }: Manifest): Box[] =>
  read(decoder, { answers, letterbox, input, limits: { least: scores.keep, overlap } })

/** The names of the outputs that are read; a model that has others is refused. */
export const outputsOf = (decoder: Decoder): string[] => {
  switch (decoder.kind) {
    case 'centernet':
      return [decoder.heat, decoder.wh]
    case 'nanodet':
      return decoder.outputs
    case 'yolox':
    case 'yolov8':
      return [decoder.output]
    case 'detr':
      return [decoder.logits, decoder.boxes]
    case 'dfine':
      return [decoder.labels, decoder.boxes, decoder.scores]
    default:
      return unreachable(decoder)
  }
}
