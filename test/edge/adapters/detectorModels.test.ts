/** Models of other kinds, dropped in with a manifest: tiny ones, run for real, whose answers are known. */
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import sharp from 'sharp'
import { describe, expect, it, onTestFinished } from 'vitest'
import { openInference } from '#edge/adapters/detector/inference.ts'
import { boxesOf } from '#edge/adapters/detector/reading.ts'
import { readFrame } from '#edge/adapters/frames.ts'
import type { Decoder, Manifest } from '#models/manifest.ts'
import { sha256 } from '#models/source.ts'
import { encodeTiny, type TinyModel } from './tinyModel.ts'

const PIXELS = { name: 'pixels', element: 'float' as const, shape: [1, 3, 32, 64] }
const floats = (name: string, shape: number[]) => ({ name, element: 'float' as const, shape })

/** A model that says the same of every frame. */
const saying = (answers: Record<string, { shape: number[]; values: number[] }>): TinyModel => ({
  inputs: [PIXELS],
  outputs: Object.entries(answers).map(([name, { shape }]) => floats(name, shape)),
  constants: Object.fromEntries(Object.entries(answers).map(([name, answer]) => [`${name}Values`, answer])),
  nodes: Object.keys(answers).map((name) => ({ operation: 'Identity', inputs: [`${name}Values`], output: name })),
})

interface Dropped {
  decoder: Decoder
  input?: Partial<Manifest['input']>
  place?: Manifest['letterbox']['place']
}

const drop = async (tiny: TinyModel, { decoder, input, place = 'topLeft' }: Dropped) => {
  const folder = await mkdtemp(join(tmpdir(), 'hallkeeper-'))
  onTestFinished(() => rm(folder, { recursive: true }))
  const model = encodeTiny(tiny)
  const own = JSON.parse(await readFile(new URL('../../../models/person.json', import.meta.url), 'utf8'))
  const manifest = {
    ...own,
    file: 'tiny.onnx',
    sha256: sha256(model),
    input: { name: 'pixels', width: 64, height: 32, layout: 'NCHW', element: 'float32', channels: 'RGB', ...input },
    letterbox: { place, grey: 114 },
    decoder,
    scores: { keep: 0.25, start: 0.5 },
  }
  await writeFile(join(folder, 'tiny.onnx'), model)
  await writeFile(join(folder, 'tiny.json'), JSON.stringify(manifest))
  return openInference(join(folder, 'tiny.json'), [sha256(model)])
}

/** What the model says of a frame of one colour, 128 × 64 unless said otherwise. */
const ask = async (tiny: TinyModel, dropped: Dropped, size = { width: 128, height: 64 }) => {
  const { manifest, run } = await drop(tiny, dropped)
  const jpeg = await sharp({ create: { ...size, channels: 3, background: { r: 200, g: 100, b: 50 } } })
    .jpeg({ quality: 100, chromaSubsampling: '4:4:4' })
    .toBuffer()
  const { place, grey } = manifest.letterbox
  const { rgb, letterbox } = await readFrame(jpeg, { input: manifest.input, place, grey, timeZone: 'UTC' })
  return boxesOf(await run(rgb), letterbox, manifest)
}

describe('dropping in a model of another kind', () => {
  it('prepares pixels as its manifest says: channels, mean and deviation', async () => {
    const tiny: TinyModel = {
      inputs: [PIXELS],
      outputs: [floats('boxes', [1, 7, 1])],
      constants: { place: { shape: [1, 4, 1], values: [32, 16, 20, 10] } },
      nodes: [
        { operation: 'ReduceMean', inputs: ['pixels'], output: 'rows', attributes: { axes: [3], keepdims: 0 } },
        { operation: 'ReduceMean', inputs: ['rows'], output: 'colours', attributes: { axes: [2], keepdims: 1 } },
        { operation: 'Concat', inputs: ['place', 'colours'], output: 'boxes', attributes: { axis: 1 } },
      ],
    }
    const scoreOf = async (channels: 'RGB' | 'BGR', person: number) => {
      const input = {
        channels,
        mean: [10, 20, 30] as [number, number, number],
        deviation: [250, 250, 250] as [number, number, number],
      }
      const [box] = await ask(tiny, { decoder: { kind: 'yolov8', output: 'boxes', person }, input, place: 'stretch' })
      return box?.score
    }
    expect(await scoreOf('RGB', 0)).toBeCloseTo((200 - 10) / 250, 1.5)
    expect(await scoreOf('RGB', 1)).toBeCloseTo((100 - 20) / 250, 1.5)
    expect(await scoreOf('BGR', 2)).toBeCloseTo((200 - 30) / 250, 1.5)
    expect(await scoreOf('BGR', 0)).toBeUndefined()
  })

  it('reads YOLOv8 through a letterbox in the middle', async () => {
    const tiny = saying({ boxes: { shape: [1, 6, 2], values: [32, 8, 16, 8, 16, 4, 20, 4, 0.75, 0.1, 0.1, 0.9] } })
    const dropped = { decoder: { kind: 'yolov8', output: 'boxes', person: 0 }, place: 'middle' } as const
    const boxes = await ask(tiny, dropped, { width: 64, height: 64 })
    expect(boxes).toEqual([{ x1: 16, y1: 12, x2: 48, y2: 52, score: 0.75 }])
  })

  it('reads YOLOX', async () => {
    const values = Array.from({ length: 8 * 6 }, () => 0)
    values.splice(5 * 6, 6, 0.5, 0.25, 0, 0, 1, 0.75)
    const boxes = await ask(saying({ rows: { shape: [1, 8, 6], values } }), {
      decoder: { kind: 'yolox', output: 'rows', strides: [16], person: 0 },
    })
    expect(boxes).toEqual([{ x1: 32, y1: 24, x2: 64, y2: 56, score: 0.75 }])
  })

  it('reads NanoDet', async () => {
    const level = (size: number[]) => Array.from({ length: 9 * (size[0] ?? 0) * (size[1] ?? 0) }, () => -30)
    const [near, far] = [level([2, 4]), level([1, 2])]
    far[1] = 0
    for (const channel of [2, 4, 6, 8]) far[channel * 2 + 1] = 60
    const boxes = await ask(
      saying({ p16: { shape: [1, 9, 2, 4], values: near }, p32: { shape: [1, 9, 1, 2], values: far } }),
      { decoder: { kind: 'nanodet', outputs: ['p16', 'p32'], strides: [16, 32], bins: 2 } },
    )
    expect(boxes).toEqual([{ x1: 32, y1: 0, x2: 128, y2: 64, score: 0.5 }])
  })

  it('reads DETR', async () => {
    const tiny = saying({
      logits: { shape: [1, 2, 2], values: [0, 9, -9, 9] },
      boxes: { shape: [1, 2, 4], values: [0.5, 0.5, 0.5, 0.5, 0.2, 0.2, 0.1, 0.1] },
    })
    const boxes = await ask(tiny, { decoder: { kind: 'detr', logits: 'logits', boxes: 'boxes', person: 0 } })
    expect(boxes).toEqual([{ x1: 32, y1: 16, x2: 96, y2: 48, score: 0.5 }])
  })

  it('tells D-FINE the width and the height of its input', async () => {
    const tiny: TinyModel = {
      inputs: [PIXELS, { name: 'size', element: 'int64', shape: [1, 2] }],
      outputs: [
        { name: 'labels', element: 'int64', shape: [1, 1] },
        floats('boxes', [1, 1, 4]),
        floats('scores', [1, 1]),
      ],
      constants: {
        person: { shape: [1, 1], values: [3n] },
        origin: { shape: [1, 2], values: [0, 0] },
        second: { shape: [1], values: [1n] },
        sure: { shape: [1, 1], values: [0.75] },
      },
      nodes: [
        { operation: 'Identity', inputs: ['person'], output: 'labels' },
        { operation: 'Identity', inputs: ['sure'], output: 'scores' },
        { operation: 'Cast', inputs: ['size'], output: 'corner', attributes: { to: 1 } },
        { operation: 'Concat', inputs: ['origin', 'corner'], output: 'edges', attributes: { axis: 1 } },
        { operation: 'Unsqueeze', inputs: ['edges', 'second'], output: 'boxes' },
      ],
    }
    const names = { size: 'size', labels: 'labels', boxes: 'boxes', scores: 'scores' }
    expect(await ask(tiny, { decoder: { kind: 'dfine', ...names, person: 3 } })).toEqual([
      { x1: 0, y1: 0, x2: 128, y2: 64, score: 0.75 },
    ])
    expect(await ask(tiny, { decoder: { kind: 'dfine', ...names, person: 0 } })).toEqual([])
  })

  it('refuses one whose answers have another shape, or another name', async () => {
    const tiny = saying({ rows: { shape: [1, 7, 6], values: Array.from({ length: 42 }, () => 0) } })
    await expect(drop(tiny, { decoder: { kind: 'yolox', output: 'rows', strides: [16], person: 0 } })).rejects.toThrow(
      'the model gives rows as [1, 7, 6] where [1, 8, at least 6] is expected by its manifest',
    )
    await expect(drop(tiny, { decoder: { kind: 'yolov8', output: 'boxes', person: 0 } })).rejects.toThrow(
      'must take pixels and give boxes and nothing else, not pixels and rows',
    )
  })
})
