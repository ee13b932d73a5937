/** A whole box and a browser, in the example hall with something about it changed. */
import { readFileSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type OpenHouse, openBoxAndBrowser } from './boxAndBrowser.ts'
import { testFolder } from './folder.ts'

// biome-ignore lint/suspicious/noExplicitAny: a site file as it is written, before anybody has checked it
export type SiteText = any

export const openChangedHouse = async (change: (site: SiteText) => void): Promise<OpenHouse> => {
  const { path: folder, remove } = await testFolder()
  const site = JSON.parse(readFileSync(new URL('../../edge/sites/district.json', import.meta.url), 'utf8'))
  change(site)
  const file = join(folder, 'site.json')
  await writeFile(file, JSON.stringify(site))
  const house = await openBoxAndBrowser({ SITE_FILE: file })
  return {
    ...house,
    close: async () => {
      await house.close()
      await remove()
    },
  }
}
