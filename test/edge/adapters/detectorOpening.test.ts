/** Which models the detector refuses, and what it says of them. */
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { openDetector } from '#edge/adapters/detector/detector.ts'
import { createOnnxGraph } from '#models/onnxGraph.ts'
import { sha256 } from '#models/source.ts'
import { keptLog } from '#test/support/log.ts'

const near = (path: string) => fileURLToPath(new URL(path, import.meta.url))
const manifestFile = near('../../../models/person.json')

describe('opening the detector', () => {
  const withManifest = async (
    change: (manifest: Record<string, unknown>) => void,
    deed: (file: string) => Promise<void>,
  ) => {
    const folder = await mkdtemp(join(tmpdir(), 'hallkeeper-'))
    try {
      const manifest = JSON.parse(await readFile(manifestFile, 'utf8'))
      change(manifest)
      await cp(near('../../../models/person.onnx'), join(folder, 'person.onnx'))
      await writeFile(join(folder, 'person.json'), JSON.stringify(manifest))
      await deed(join(folder, 'person.json'))
    } finally {
      await rm(folder, { recursive: true })
    }
  }
  const opening = (file: string, ...allowed: string[]) =>
    openDetector({ manifestFile: file, ...(allowed.length > 0 && { allowed }), processes: 1, log: keptLog() })

  it('refuses a model that is not the one its manifest names', () =>
    withManifest(
      (manifest) => Object.assign(manifest, { sha256: '0'.repeat(64) }),
      async (file) => {
        await expect(opening(file)).rejects.toMatchObject({
          name: 'ModelFault',
          message: expect.stringMatching(/person\.onnx is not the one its manifest names: sha256 /),
        })
      },
    ))

  it('refuses a model that the site does not allow, and says where to allow it', async () => {
    await expect(opening(manifestFile, 'f'.repeat(64))).rejects.toMatchObject({
      name: 'ModelFault',
      message: expect.stringMatching(/may not be used here: add its sha256 [0-9a-f]{64} to vision\.allowedModels/),
    })
  })

  it('refuses a model of another shape than its manifest says', () =>
    withManifest(
      (manifest) => Object.assign(manifest, { decoder: { kind: 'centernet', heat: 'heat', wh: 'wh', stride: 8 } }),
      async (file) => {
        await expect(opening(file)).rejects.toMatchObject({
          name: 'ModelFault',
          message: expect.stringMatching(/gives heat as \[1, 1, 72, 128\] where \[1, 1, 36, 64\] is expected/),
        })
      },
    ))

  it('refuses a model that puts out more than where people are', async () => {
    const graph = createOnnxGraph('curious')
    const pixels = graph.byteInput('images', [1, 288, 512, 3])
    for (const name of ['heat', 'wh', 'embedding']) graph.output(name, pixels, [1, 288, 512, 3])
    const model = graph.encode()
    await withManifest(
      (manifest) => Object.assign(manifest, { file: 'curious.onnx', sha256: sha256(model) }),
      async (file) => {
        await writeFile(join(dirname(file), 'curious.onnx'), model)
        await expect(opening(file, sha256(model))).rejects.toMatchObject({
          name: 'ModelFault',
          message: expect.stringMatching(/heat,wh and nothing else, not images and heat,wh,embedding/),
        })
      },
    )
  })

  it('names the field of a wrong manifest, and a missing file', async () => {
    await withManifest(
      (manifest) => Object.assign(manifest, { decoder: 'faces' }),
      (file) => expect(opening(file)).rejects.toThrow(/decoder/),
    )
    await expect(opening('/nowhere/person.json')).rejects.toThrow(/nowhere.person\.json cannot be read/)
  })
})
