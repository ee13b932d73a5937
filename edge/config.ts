/** The settings of this box: read once, at the roof, and passed on. */
import { resolve } from 'node:path'
import { Environment } from '#contracts/config.ts'

export type Config = Readonly<Environment & { dataDir: string; siteFile: string }>

/** One or more settings are wrong; the message has a sentence for each. */
export class ConfigFault extends Error {
  override readonly name = 'ConfigFault'
}

/** An empty setting counts as an absent one. */
export const readConfig = (environment: Record<string, string | undefined>): Config => {
  const given = Object.fromEntries(
    Object.entries(environment).filter(([, value]) => value !== undefined && value !== ''),
  )
  const parsed = Environment.safeParse(given)
  if (!parsed.success) {
    const sentences = parsed.error.issues.map(({ path, message }) => {
      const name = String(path[0])
      return `${name} is "${shown(name, given[name])}" and should be ${message}.`
    })
    throw new ConfigFault(sentences.join('\n'))
  }
  const dataDir = resolve(parsed.data.DATA_DIR)
  return Object.freeze({ ...parsed.data, dataDir, siteFile: resolve(parsed.data.SITE_FILE ?? `${dataDir}/site.json`) })
}

/** Addresses may hold passwords, as passwords do. */
const shown = (name: string, value: string | undefined): string =>
  /_(?:URL|PASSWORD|SECRET|KEY)$/.test(name) ? '…' : (value ?? '')
