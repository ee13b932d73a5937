/** What the hall costs while fifty robots are at work: its share of one core. */
import { fork } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { z } from 'zod'
import { startTestBroker } from '#test/support/broker.ts'
import { testFolder } from '#test/support/folder.ts'
import type { Figure } from '../../measure.ts'
import { gridSite, ROBOTS } from './grid.ts'
import { startMovers } from './movers.ts'

const WARMING_MS = 15_000
const MEASURED_MS = 30_000

const Usage = z.object({
  asked: z.number(),
  delivered: z.number(),
  facts: z.number(),
  cpu: z.object({ user: z.number(), system: z.number() }),
})

const rest = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms))

export const benchCpuShare = async (): Promise<Figure[]> => {
  const broker = await startTestBroker({ interfaceName: 'uagv' })
  const folder = await testFolder()
  const child = fork(join(import.meta.dirname, 'hallProcess.ts'), [broker.url, join(folder.path, 'journal')])
  try {
    await once(child, 'message')
    const movers = await startMovers(broker.url, gridSite())
    const usage = async () => {
      child.send('usage')
      const [told] = await once(child, 'message')
      return { ...Usage.parse(told), at: performance.now() }
    }
    await rest(WARMING_MS)
    const before = await usage()
    await rest(MEASURED_MS)
    const after = await usage()
    await movers.close()
    const micros = after.cpu.user + after.cpu.system - before.cpu.user - before.cpu.system
    const share = micros / 1000 / (after.at - before.at)
    const delivered = after.delivered - before.delivered
    const facts = (after.facts - before.facts) / ((after.at - before.at) / 1000)
    const note = `${ROBOTS} robots, 1 state/s each, ${delivered} delivered in 30 s, ${facts.toFixed(0)} facts/s; bar 0.1`
    return [{ name: 'fleet.cpuShare', value: share, note }]
  } finally {
    child.disconnect()
    await broker.close()
    await folder.remove()
  }
}
