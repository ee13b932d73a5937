/** Starts the box in the hall, and says where it is. */
import type { Site } from '#contracts/site.ts'
import { isUntouched, linksTo } from '#server/identity/links.ts'
import { systemClock } from './adapters/clock.ts'
import { createLog } from './adapters/log.ts'
import { createSiteDesk } from './adapters/siteDesk.ts'
import { openSite } from './adapters/siteFile.ts'
import { type Box, openBox } from './box.ts'
import { type Config, readConfig } from './config.ts'
import { endWith, sayWhyNot } from './ending.ts'

const LOOPBACK = /^(localhost|127\.|::1$)/

/** Beside the log, which may be kept. */
const say = (words: string): void => {
  process.stderr.write(`${words}\n`)
}

const isOnlyHere = ({ HOST }: Config): boolean => LOOPBACK.test(HOST)

/** On the first start here each screen opens at once; later, and everywhere else, devices are let in by the manager. */
const sayWhere = ({ url, identity, drawnPassword }: Box, config: Config, site: Site): void => {
  if (drawnPassword !== undefined)
    say(`The password of the account admin is ${drawnPassword}. It is told this once: write it down.`)
  const isAsked = process.argv.includes('--links')
  if (!isAsked && !(isOnlyHere(config) && isUntouched(identity))) return
  const links = linksTo(site, identity).map((link) => `  ${url}${link}`)
  say(`Each of these links opens its screen once, and the browser stays paired:\n${links.join('\n')}`)
}

const start = async (): Promise<Box> => {
  const config = readConfig(process.env)
  const log = createLog(config.LOG_LEVEL)
  const { site, isExample } = openSite(config.siteFile)
  if (isExample) log.info({ file: config.siteFile }, 'an example hall has been written: describe yours there')
  const clock = systemClock()
  const siteDesk = createSiteDesk({ file: config.siteFile, now: clock.now })
  const box = await openBox({ site, config, clock, log, siteDesk })
  sayWhere(box, config, site)
  log.info({ url: box.url, mqttUrl: box.mqttUrl, hall: site.hallId, dataDir: config.dataDir }, 'ready')
  return box
}

start().then(endWith, sayWhyNot)
