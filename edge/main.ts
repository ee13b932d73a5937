/** Starts the box, says where it is, and ends it in order when asked to. */

import { systemClock } from './adapters/clock.ts'
import { createLog } from './adapters/log.ts'
import { openSite } from './adapters/siteFile.ts'
import { type Box, openBox } from './box.ts'
import { readConfig } from './config.ts'

/** Whatever does not close in this time is left behind. */
const PATIENCE = 4500

const start = async (): Promise<Box> => {
  const config = readConfig(process.env)
  const log = createLog(config.LOG_LEVEL)
  const { site, isExample } = openSite(config.siteFile)
  if (isExample) log.info({ file: config.siteFile }, 'an example hall has been written: describe yours there')
  const box = await openBox({ site, config, clock: systemClock(), log })
  log.info({ url: box.url, mqttUrl: box.mqttUrl, hall: site.hallId, dataDir: config.dataDir }, 'ready')
  return box
}

/** A sentence for the person who starts it, where the fault has one; the rest for whoever mends it. */
const explain = (fault: unknown): string => {
  if (!(fault instanceof Error)) return String(fault)
  return fault.name.endsWith('Fault') ? fault.message : (fault.stack ?? fault.message)
}

const endWith = (box: Box): void => {
  let ending = false
  const end = (): void => {
    if (ending) return
    ending = true
    setTimeout(() => process.exit(1), PATIENCE).unref()
    box.close().then(
      () => process.exit(0),
      () => process.exit(1),
    )
  }
  process.on('SIGTERM', end)
  process.on('SIGINT', end)
}

start().then(endWith, (fault: unknown) => {
  process.stderr.write(`hallkeeper did not start.\n${explain(fault)}\n`)
  process.exit(1)
})
