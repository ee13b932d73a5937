/** Slips: a ticket on paper, printed where its kiosk stands or given as a page; a number that got no paper says so. */
import { z } from 'zod'
import type { CommandId as Id, TicketId } from '#contracts/ids.ts'
import { CommandId, KioskId, PrinterId } from '#contracts/ids.ts'
import { Language } from '#contracts/languages.ts'
import type { Site } from '#contracts/site.ts'
import type { SitePrinter } from '#contracts/sitePrinters.ts'
import { CancelTicket } from '#contracts/ticketCommands.ts'
import type { House } from '../house.ts'
import { printOn } from '../paper/dialing.ts'
import { escposOf, languageOn, svgOf } from '../paper/markup.ts'
import { pdfOf } from '../paper/pdf.ts'
import { slipOf } from '../paper/slip.ts'
import { PrintAnswer, Slip } from '../paperAnswers.ts'
import { send } from './commanding.ts'
import { look } from './look.ts'
import { type Answer, malformed, no, type Route, yes } from './route.ts'

const Wanted = CancelTicket.pick({ ticketId: true }).extend({
  language: Language.optional(),
  situation: z
    .string()
    .regex(/^[\w.-]{1,64}(:\d){0,4}$/, 'a theme and an answer to each of its questions, such as newcomer:0:1')
    .optional()
    .describe('What the visitor has said of a visit for one thing: it decides which papers are named.'),
})
const Printing = Wanted.extend({
  printerId: PrinterId.optional(),
  kioskId: KioskId.optional().describe(
    'Prints on the printer of this kiosk. Without either: on the first of the site.',
  ),
})

const siteOf = ({ mirror }: House): Site | undefined => mirror.all('site')[0]?.site

/** As the dashboard reads it: the secret stays in the fragment, which no server sees. */
const linkOf = ({ identity }: House, { phoneUrl }: Site, ticketId: TicketId): string | undefined =>
  phoneUrl && `${phoneUrl.replace(/\/+$/, '')}/ticket/${ticketId}#s=${identity.ticketSecret(ticketId)}`

/** `printer` limits the slip to the languages that it has letters for. */
const slipFor = (house: House, wanted: z.output<typeof Wanted>, printer?: SitePrinter): Answer<Slip> => {
  const { ticketId, language, situation } = wanted
  const site = siteOf(house)
  const record = house.mirror.record('ticket', ticketId)
  if (!site) return no({ code: 'notReady' })
  if (!record) return no({ code: 'unknownTicket', ticketId })
  const { ticket, estimate } = record
  const wished = language ?? ticket.language ?? 'zh'
  return yes(
    slipOf({
      site,
      ticket,
      estimate: estimate ?? ticket.promised,
      language: printer ? languageOn(printer, wished) : wished,
      situation,
      link: linkOf(house, site, ticketId),
    }),
  )
}

/** Only what the site names is ever dialled. */
const printerFor = (site: Site, { printerId, kioskId }: z.output<typeof Printing>): SitePrinter | undefined => {
  if (!printerId && !kioskId) return site.printers[0]
  const wanted = printerId ?? site.kiosks.find((kiosk) => kiosk.kioskId === kioskId)?.printerId
  return site.printers.find((printer) => printer.printerId === wanted)
}

/** The hall remembers whether the number is on paper; that it cannot be told is no reason to hold back the answer. */
const tell = async (house: House, ticketId: TicketId, printed: boolean, id: Id, by: string): Promise<void> => {
  const record = house.mirror.record('ticket', ticketId)
  if (printed && !record?.ticket.issuedUnprinted) return
  const command = printed
    ? ({ type: 'reportPrinted', ticketId } as const)
    : ({ type: 'reportUnprinted', ticketId } as const)
  await send(house, { id: CommandId.parse(`${id}.paper`.slice(-80)), by, command })
}

/** Somebody should see to a printer that fails; the next slip that comes out says that it works again. */
const tellOfPrinter = async (house: House, deviceId: string, works: boolean, id: Id, by: string): Promise<void> => {
  const isTold = house.mirror
    .all('alert')
    .some(({ alert: { source } }) => source.by === 'device' && source.deviceId === deviceId)
  if (works && !isTold) return
  const since = house.clock.now()
  const command = { type: 'reportDevice' as const, deviceId, since, ...(!works && { problem: 'printer' as const }) }
  await send(house, { id: CommandId.parse(`${id}.printer`.slice(-80)), by, command })
}

const printing: Route = {
  method: 'post',
  path: '/api/tickets/:ticketId/print',
  summary: 'Print the slip of a ticket. When it fails, the ticket says that its number is on no paper.',
  takes: Printing,
  gives: PrintAnswer,
  status: 200,
  answer: async (house, asked, id, who) => {
    const parsed = Printing.safeParse(asked)
    if (!parsed.success) return malformed(parsed.error)
    const site = siteOf(house)
    const printer = site && printerFor(site, parsed.data)
    if (!printer) return no({ code: 'noPrinter' })
    const slip = slipFor(house, parsed.data, printer)
    if (!slip.ok) return slip
    const outcome = await printOn(printer, escposOf(slip.body, printer))
    await tell(house, parsed.data.ticketId, outcome.printed, id, who.by('kiosk'))
    const { printerId } = printer
    await tellOfPrinter(house, printerId, outcome.printed, id, who.by('kiosk'))
    if (outcome.printed) return yes<PrintAnswer>({ printed: true, printerId })
    house.log.warn({ printerId, reason: outcome.reason }, 'a slip was not printed')
    return no({ code: 'printerFailed', printerId, reason: outcome.reason })
  },
}

const slipAs = (ending: string, type: string, of: (slip: Slip) => Promise<Uint8Array | string>): Route => ({
  ...look({
    path: `/api/tickets/:ticketId/slip.${ending}`,
    summary: 'The slip of a ticket in the hall, as a page of 80 mm.',
    takes: Wanted,
    gives: Slip,
    find: (house, wanted) => slipFor(house, wanted),
  }),
  file: { type, of: (body) => of(Slip.parse(body)) },
})

export const paperRoutes: readonly Route[] = [
  printing,
  slipAs('pdf', 'application/pdf', pdfOf),
  slipAs('svg', 'image/svg+xml', async (slip) => svgOf(slip)),
]
