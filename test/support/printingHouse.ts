/** A whole box whose hall has printers, all of them one fake on loopback. */
import type { OpenHouse } from './boxAndBrowser.ts'
import { openChangedHouse, type SiteText } from './changedHouse.ts'
import { type FakePrinter, openFakePrinter } from './fakePrinter.ts'

export interface PrintingHouse extends OpenHouse {
  printer: FakePrinter
}

export const openPrintingHouse = async (
  printerIds: readonly string[],
  change: (site: SiteText) => void = () => undefined,
): Promise<PrintingHouse> => {
  const printer = await openFakePrinter()
  const house = await openChangedHouse((site) => {
    site.printers = printerIds.map((printerId) => ({ printerId, host: '127.0.0.1', port: printer.port }))
    site.kiosks = [{ kioskId: 'K1', printerId: printerIds[0] }]
    site.phoneUrl = 'https://hall.example'
    change(site)
  })
  return {
    ...house,
    printer,
    close: async () => {
      await house.close()
      await printer.close()
    },
  }
}
