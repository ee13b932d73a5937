/** The example site, as a hall reads it. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Site } from '#contracts/site.ts'
import { parseSite } from '#edge/adapters/siteFile.ts'

const FILE = join(import.meta.dirname, '../../../edge/sites/district.json')

export const districtSite = (): Site => parseSite(FILE, readFileSync(FILE, 'utf8'))
