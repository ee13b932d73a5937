/** Starts the box in the hall, and says where it is. */
import { join } from 'node:path'
import { openManagerPassword } from '#server/manager.ts'
import { systemClock } from './adapters/clock.ts'
import { createLog } from './adapters/log.ts'
import { createSiteDesk } from './adapters/siteDesk.ts'
import { openSite } from './adapters/siteFile.ts'
import { type Box, openBox } from './box.ts'
import { readConfig } from './config.ts'
import { endWith, sayWhyNot } from './ending.ts'

/** Beside the log, which may be kept. */
const sayPassword = (password: string): void => {
  process.stderr.write(`The manager's password is ${password}. It is told this once: write it down.\n`)
}

const start = async (): Promise<Box> => {
  const config = readConfig(process.env)
  const log = createLog(config.LOG_LEVEL)
  const { site, isExample } = openSite(config.siteFile)
  if (isExample) log.info({ file: config.siteFile }, 'an example hall has been written: describe yours there')
  const managerPassword = await openManagerPassword({
    password: config.ADMIN_PASSWORD,
    file: join(config.dataDir, 'manager.json'),
    tell: sayPassword,
  })
  const clock = systemClock()
  const siteDesk = createSiteDesk({ file: config.siteFile, now: clock.now })
  const box = await openBox({ site, config, clock, log, managerPassword, siteDesk })
  log.info({ url: box.url, mqttUrl: box.mqttUrl, hall: site.hallId, dataDir: config.dataDir }, 'ready')
  return box
}

start().then(endWith, sayWhyNot)
