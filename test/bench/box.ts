/** The box as a whole: how soon it is ready, how much memory it takes, how soon it ends. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import mqtt from 'mqtt'
import { testFolder } from '../support/folder.ts'
import { familyOf, megabytesOf } from '../support/processes.ts'
import { type RunningBox, startBox } from '../support/runningBox.ts'
import type { Figure } from './measure.ts'

const FRAME = join(import.meta.dirname, '../models/hall.jpg')
const FRAMES = 30

/** One camera at two frames a second, until the detector has looked at each. */
const filmAWhile = async ({ mqttUrl }: RunningBox): Promise<void> => {
  const client = await mqtt.connectAsync(mqttUrl, { protocolVersion: 4 })
  const jpeg = readFileSync(FRAME)
  for (let frame = 0; frame < FRAMES; frame++) {
    await client.publishAsync('hall/district-hall/camera/C1/frame', jpeg)
    await new Promise((resolve) => setTimeout(resolve, 500))
  }
  await client.endAsync()
}

export const benchBox = async (): Promise<Figure[]> => {
  const { path: folder, remove } = await testFolder()
  const first = await startBox(folder)
  await first.end('SIGTERM')
  const second = await startBox(folder)
  await filmAWhile(second)
  const family = familyOf(second.pid)
  const megabytes = family.reduce((sum, pid) => sum + megabytesOf(pid), 0)
  const endMs = await second.end('SIGTERM')
  const left = family.filter((pid) => megabytesOf(pid) > 0).length
  await remove()
  return [
    { name: 'box.firstStartMs', value: first.readyAfterMs, note: 'page built; makes the database' },
    { name: 'box.secondStartMs', value: second.readyAfterMs, note: 'page built; bar 5000' },
    {
      name: 'box.megabytes',
      value: megabytes,
      note: `PSS of ${family.length} processes with one camera at work; bar 700`,
    },
    { name: 'box.endMs', value: endMs, note: 'SIGTERM to the end of all; bar 5000' },
    { name: 'box.processesLeft', value: left, note: 'after the end; bar 0' },
  ]
}
