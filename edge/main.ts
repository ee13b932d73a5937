/** Starts the box in the hall, and says where it is. */
import { systemClock } from './adapters/clock.ts'
import { createLog } from './adapters/log.ts'
import { openSite } from './adapters/siteFile.ts'
import { type Box, openBox } from './box.ts'
import { readConfig } from './config.ts'
import { endWith, sayWhyNot } from './ending.ts'

const start = async (): Promise<Box> => {
  const config = readConfig(process.env)
  const log = createLog(config.LOG_LEVEL)
  const { site, isExample } = openSite(config.siteFile)
  if (isExample) log.info({ file: config.siteFile }, 'an example hall has been written: describe yours there')
  const box = await openBox({ site, config, clock: systemClock(), log })
  log.info({ url: box.url, mqttUrl: box.mqttUrl, hall: site.hallId, dataDir: config.dataDir }, 'ready')
  return box
}

start().then(endWith, sayWhyNot)
