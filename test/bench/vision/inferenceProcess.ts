/** A process that runs the network and nothing else, as often as it can, each time it is asked. */
import { openInference } from '#edge/adapters/detector/inference.ts'
import { ownModels } from '#models/allowed.ts'
import { perSecond } from '../measure.ts'

const inference = await openInference(process.argv[2] ?? '', ownModels)
const { width, height } = inference.manifest.input
const pixels = new Uint8Array(width * height * 3).fill(127)

process.on('message', async (milliseconds: number) => {
  process.send?.(
    await perSecond(milliseconds, async () => {
      await inference.run(pixels)
      return 1
    }),
  )
})
process.on('disconnect', () => process.exit(0))
process.send?.(0)
