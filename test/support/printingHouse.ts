/** A whole box whose hall has printers, all of them one fake on loopback. */
import { readFileSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type OpenHouse, openBoxAndBrowser } from './boxAndBrowser.ts'
import { type FakePrinter, openFakePrinter } from './fakePrinter.ts'
import { testFolder } from './folder.ts'

export interface PrintingHouse extends OpenHouse {
  printer: FakePrinter
}

export const openPrintingHouse = async (printerIds: readonly string[]): Promise<PrintingHouse> => {
  const printer = await openFakePrinter()
  const { path: folder, remove } = await testFolder()
  const site = JSON.parse(readFileSync(new URL('../../edge/sites/district.json', import.meta.url), 'utf8'))
  site.printers = printerIds.map((printerId) => ({ printerId, host: '127.0.0.1', port: printer.port }))
  site.kiosks = [{ kioskId: 'K1', printerId: printerIds[0] }]
  site.phoneUrl = 'https://hall.example'
  const file = join(folder, 'site.json')
  await writeFile(file, JSON.stringify(site))
  const house = await openBoxAndBrowser({ SITE_FILE: file })
  return {
    ...house,
    printer,
    close: async () => {
      await house.close()
      await printer.close()
      await remove()
    },
  }
}
