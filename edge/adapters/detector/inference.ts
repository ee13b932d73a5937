/** The network itself: a model that is what its manifest says, and one run of it. */
import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { InferenceSession, Tensor } from 'onnxruntime-node'
import { z } from 'zod'
import { type CenterMaps, decodeCenters, type Letterbox } from '#edge/core/crowd/detecting.ts'
import type { Box } from '#edge/core/crowd/geometry.ts'
import { Manifest } from '#models/manifest.ts'
import { ModelFault } from './modelFault.ts'

/** A detector says where people are and no more: a model that also puts out what could tell them apart is refused. */
const OUTPUTS = ['heat', 'wh']

export interface Inference {
  manifest: Manifest
  /** `rgb` is [height, width, 3] of the manifest's input. Blocks this thread until it is done. */
  run(rgb: Uint8Array): Promise<CenterMaps>
}

const readManifest = async (file: string): Promise<Manifest> => {
  const text = await readFile(file, 'utf8').catch((cause) => {
    throw new ModelFault(`the model's manifest ${file} cannot be read`, { cause })
  })
  try {
    return Manifest.parse(JSON.parse(text))
  } catch (cause) {
    const what = cause instanceof z.ZodError ? z.prettifyError(cause) : String(cause)
    throw new ModelFault(`the model's manifest ${file} is wrong: ${what}`, { cause })
  }
}

const readModel = async (file: string, sha256: string): Promise<Uint8Array> => {
  const model = await readFile(file).catch((cause) => {
    throw new ModelFault(`the model ${file} cannot be read`, { cause })
  })
  const found = createHash('sha256').update(model).digest('hex')
  if (found !== sha256)
    throw new ModelFault(`the model ${file} is not the one its manifest names: sha256 ${found} instead of ${sha256}`)
  return model
}

const openSession = async (model: Uint8Array, { file, input }: Manifest): Promise<InferenceSession> => {
  const session = await InferenceSession.create(model, {
    intraOpNumThreads: 1,
    interOpNumThreads: 1,
    graphOptimizationLevel: 'all',
    logSeverityLevel: 3,
  }).catch((cause) => {
    throw new ModelFault(`the model ${file} cannot be loaded: ${cause.message}`, { cause })
  })
  if (session.inputNames.join() !== input.name || session.outputNames.toSorted().join() !== OUTPUTS.join())
    throw new ModelFault(
      `the model ${file} must take ${input.name} and give ${OUTPUTS} and nothing else, not ${session.inputNames} and ${session.outputNames}`,
    )
  return session
}

const floatsOf = (tensor: Tensor | undefined, channels: number, cells: number): Float32Array => {
  const data = tensor?.data
  if (!(data instanceof Float32Array) || data.length !== channels * cells)
    throw new ModelFault(`the model gives [${tensor?.dims}] where ${channels} channels of ${cells} cells were expected`)
  return data
}

/** Runs once on an empty picture, so that a model of the wrong shape is refused here. Rejects with `ModelFault`. */
export const openInference = async (manifestFile: string): Promise<Inference> => {
  const manifest = await readManifest(manifestFile)
  const { input, decoder } = manifest
  if (decoder.kind !== 'centernet') throw new ModelFault(`no way to read the answers of ${decoder.kind} yet`)
  const { stride } = decoder
  const session = await openSession(
    await readModel(join(dirname(manifestFile), manifest.file), manifest.sha256),
    manifest,
  )
  const columns = input.width / stride
  const rows = input.height / stride

  const run = async (rgb: Uint8Array): Promise<CenterMaps> => {
    const { heat, wh } = await session.run({
      [input.name]: new Tensor('uint8', rgb, [1, input.height, input.width, 3]),
    })
    return { heat: floatsOf(heat, 1, columns * rows), wh: floatsOf(wh, 4, columns * rows), columns, rows, stride }
  }

  await run(new Uint8Array(input.height * input.width * 3))
  return { manifest, run }
}

export const boxesOf = (maps: CenterMaps, letterbox: Letterbox, { scores, overlap }: Manifest): Box[] =>
  decodeCenters(maps, letterbox, { least: scores.keep, overlap })
