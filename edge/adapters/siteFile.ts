/** The site file: read and checked at start, and written as an example on first run. */
import { copyFileSync, existsSync, mkdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { Site } from '#contracts/site.ts'
import { checkSite } from '#contracts/siteChecks.ts'

/** The site file cannot be used; the message names each field and what it should be. */
export class SiteFault extends Error {
  override readonly name = 'SiteFault'
}

const EXAMPLE = join(import.meta.dirname, '../sites/district.json')

const parseJson = (file: string, text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch (cause) {
    throw new SiteFault(`${file} is not JSON: ${cause instanceof Error ? cause.message : cause}`, { cause })
  }
}

export const parseSite = (file: string, text: string): Site => {
  const { site, flaws } = checkSite(parseJson(file, text))
  if (site) return site
  const lines = flaws.map(({ path, message }) => `  ${path || 'the whole file'}: ${message}`)
  throw new SiteFault(`${file} does not describe a hall:\n${lines.join('\n')}`)
}

/** Reads the site; where there is no file yet, the example becomes it. */
export const openSite = (file: string): { site: Site; isExample: boolean } => {
  const isExample = !existsSync(file)
  try {
    if (isExample) {
      mkdirSync(dirname(file), { recursive: true })
      copyFileSync(EXAMPLE, file)
    }
    return { site: parseSite(file, readFileSync(file, 'utf8')), isExample }
  } catch (cause) {
    if (cause instanceof SiteFault) throw cause
    const why = cause instanceof Error ? cause.message : String(cause)
    throw new SiteFault(`${file} cannot be ${isExample ? 'written' : 'read'}: ${why}. Check SITE_FILE and DATA_DIR`, {
      cause,
    })
  }
}
