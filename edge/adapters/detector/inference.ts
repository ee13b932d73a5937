/** The network itself: a model that is what its manifest says, and one run of it. */
import { InferenceSession, Tensor } from 'onnxruntime-node'
import { letterboxOf } from '#edge/core/crowd/detecting.ts'
import type { Manifest } from '#models/manifest.ts'
import type { Answers } from './answers.ts'
import { ModelFault } from './modelFault.ts'
import { openModelFile } from './modelFile.ts'
import { createPreparing } from './preparing.ts'
import { boxesOf, outputsOf } from './reading.ts'

export interface Inference {
  manifest: Manifest
  /** `rgb` is [height, width, 3] of the manifest's input. Blocks this thread until it is done. */
  run(rgb: Uint8Array): Promise<Answers>
}

/** Floating point runs twice as fast with every rewriting of the runtime, whole numbers are slower by the last of them. */
const LEVEL = { float: 'all', int8: 'extended' } as const

/** Inputs that hang on nothing but the manifest. */
const constantsOf = ({ decoder, input }: Manifest): Record<string, Tensor> =>
  decoder.kind === 'dfine'
    ? { [decoder.size]: new Tensor('int64', BigInt64Array.of(BigInt(input.width), BigInt(input.height)), [1, 2]) }
    : {}

const isSame = (found: readonly string[], wanted: readonly string[]): boolean =>
  found.toSorted().join() === wanted.toSorted().join()

/** A detector says where people are and no more: a model that also puts out what could tell them apart is refused. */
const openSession = async (model: Uint8Array, manifest: Manifest): Promise<InferenceSession> => {
  const { file, input, decoder, arithmetic } = manifest
  const session = await InferenceSession.create(model, {
    intraOpNumThreads: 1,
    interOpNumThreads: 1,
    graphOptimizationLevel: LEVEL[arithmetic],
    logSeverityLevel: 3,
  }).catch((cause) => {
    throw new ModelFault(`the model ${file} cannot be loaded: ${cause.message}`, { cause })
  })
  const [takes, gives] = [[input.name, ...Object.keys(constantsOf(manifest))], outputsOf(decoder)]
  if (!isSame(session.inputNames, takes) || !isSame(session.outputNames, gives))
    throw new ModelFault(
      `the model ${file} must take ${takes} and give ${gives} and nothing else, not ${session.inputNames} and ${session.outputNames}`,
    )
  return session
}

/**
 * `allowed` are sha256 of models. Runs once on an empty picture, so that a model of the wrong shape is refused here.
 * Rejects with `ModelFault`.
 */
export const openInference = async (manifestFile: string, allowed: readonly string[]): Promise<Inference> => {
  const { manifest, model } = await openModelFile(manifestFile, allowed)
  const { input } = manifest
  const session = await openSession(model, manifest)
  const prepare = createPreparing(input)
  const constants = constantsOf(manifest)
  const run = (rgb: Uint8Array) => session.run({ [input.name]: prepare(rgb), ...constants })
  const empty = await run(new Uint8Array(input.height * input.width * 3)).catch((cause) => {
    throw new ModelFault(`the model ${manifest.file} does not run as its manifest says: ${cause.message}`, { cause })
  })
  boxesOf(empty, letterboxOf(input, input), manifest)
  return { manifest, run }
}
