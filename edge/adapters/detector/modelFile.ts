/** A model on disk: what its manifest says, and that it is this very model and may be used here. */
import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { z } from 'zod'
import { Manifest } from '#models/manifest.ts'
import { ModelFault } from './modelFault.ts'

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

const readModel = async (file: string, sha256: string, allowed: readonly string[]): Promise<Uint8Array> => {
  const model = await readFile(file).catch((cause) => {
    throw new ModelFault(`the model ${file} cannot be read`, { cause })
  })
  const found = createHash('sha256').update(model).digest('hex')
  if (found !== sha256)
    throw new ModelFault(`the model ${file} is not the one its manifest names: sha256 ${found} instead of ${sha256}`)
  if (!allowed.includes(found))
    throw new ModelFault(
      `the model ${file} may not be used here: add its sha256 ${found} to vision.allowedModels in the site file to allow it`,
    )
  return model
}

/** `allowed` are sha256 of models. Rejects with `ModelFault`. */
export const openModelFile = async (
  manifestFile: string,
  allowed: readonly string[],
): Promise<{ manifest: Manifest; model: Uint8Array }> => {
  const manifest = await readManifest(manifestFile)
  const model = await readModel(join(dirname(manifestFile), manifest.file), manifest.sha256, allowed)
  return { manifest, model }
}
