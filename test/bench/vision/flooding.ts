/** Whether visitors notice when cameras go wild: a number is drawn while two cameras send two hundred frames a second each. */
import { fork } from 'node:child_process'
import { once } from 'node:events'
import { setPriority } from 'node:os'
import { join } from 'node:path'
import { testFolder } from '../../support/folder.ts'
import { startBox } from '../../support/runningBox.ts'
import { type Figure, median, quantile } from '../measure.ts'

const FPS = 200
const ROUNDS = 4
const TICKETS = 250
const WARM = 100
/** What floods is not the hall's, and must not take the hall's turn on a machine of two cores. */
const STRANGERS_PRIORITY = 5

const drawNumbers = async (url: string, count: number): Promise<number[]> => {
  const delays: number[] = []
  for (let i = 0; i < count; i++) {
    const asked = performance.now()
    const response = await fetch(`${url}/api/tickets`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ serviceIds: ['social-card'] }),
    })
    if (response.status !== 201) throw new Error(`no number: ${response.status} ${await response.text()}`)
    await response.text()
    delays.push(performance.now() - asked)
  }
  return delays
}

export const benchFlooding = async (): Promise<Figure[]> => {
  const { path: folder, remove } = await testFolder()
  const box = await startBox(folder, { LOG_LEVEL: 'info' })
  const args = [box.mqttUrl, 'district-hall', 'C1', 'C2']
  const cameras = fork(join(import.meta.dirname, 'floodProcess.ts'), args, { execArgv: ['--import', 'tsx'] })
  await once(cameras, 'message')
  setPriority(cameras.pid ?? 0, STRANGERS_PRIORITY)
  await drawNumbers(box.url, WARM)
  const delays = { idle: [] as number[], flooded: [] as number[] }
  const rates: number[] = []
  for (let round = 0; round < ROUNDS; round++) {
    delays.idle.push(...(await drawNumbers(box.url, TICKETS)))
    const began = performance.now()
    cameras.send(FPS)
    await drawNumbers(box.url, WARM)
    delays.flooded.push(...(await drawNumbers(box.url, TICKETS)))
    cameras.send(0)
    const [sent] = await once(cameras, 'message')
    rates.push((sent * 1000) / (performance.now() - began))
  }
  cameras.disconnect()
  await box.end('SIGTERM')
  await remove()
  const [idle, flooded] = [quantile(delays.idle, 0.99), quantile(delays.flooded, 0.99)]
  const note = `two cameras sent ${Math.round(median(rates))} frames a second`
  return [
    { name: 'vision.ticketP99FloodedVsIdle', value: flooded / idle, note: `${note}; bar 2` },
    { name: 'vision.ticketP99IdleMs', value: idle, note: `median ${median(delays.idle).toFixed(1)}` },
    { name: 'vision.ticketP99FloodedMs', value: flooded, note: `median ${median(delays.flooded).toFixed(1)}` },
  ]
}
