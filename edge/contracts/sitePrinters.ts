/** Paper in the hall: the printers that kiosks and staff print slips on, and which kiosk prints where. */
import { z } from 'zod'
import { KioskId, PlaceId, PrinterId } from './ids.ts'
import type { Flawed } from './siteFlaws.ts'

/** What a printer has letters for. A slip is in the visitor's language where it has, in English where it has not. */
export const PrinterEncoding = z.enum(['gb18030', 'shiftjis', 'ksc5601', 'big5', 'multilingual'])
export type PrinterEncoding = z.infer<typeof PrinterEncoding>

/** RFC 1918, loopback and link-local, as IPv4 and IPv6: a printer elsewhere is none of the hall's. */
const OWN_NETWORK =
  /^(localhost|127(\.\d{1,3}){3}|10(\.\d{1,3}){3}|192\.168(\.\d{1,3}){2}|172\.(1[6-9]|2\d|3[01])(\.\d{1,3}){2}|169\.254(\.\d{1,3}){2}|::1|f[cd][\da-f]{2}:[\da-f:]+|fe80:[\da-f:]+)$/i

const isOwnNetwork = (host: string): boolean =>
  OWN_NETWORK.test(host) && (host.includes(':') || !host.split('.').some((part) => Number(part) > 255))

export const SitePrinter = z.object({
  printerId: PrinterId,
  host: z
    .string()
    .refine(isOwnNetwork, {
      message: 'an address of the own network, such as 192.168.1.40',
      params: { flaw: 'ownNetwork' } satisfies Flawed,
    })
    .describe('Its address in the network of the hall; nothing outside is ever dialled.'),
  port: z.int().min(1).max(65535).default(9100),
  columns: z.int().min(24).max(64).default(42).describe('Latin letters in one line: 42 or 48 on 80 mm, 32 on 58 mm.'),
  kind: z.literal('escpos').default('escpos'),
  encoding: PrinterEncoding.default('gb18030').describe(
    'Which letters it has built in: gb18030 Chinese and Japanese, shiftjis Japanese, ksc5601 Korean, big5 and multilingual English alone.',
  ),
  tells: z
    .boolean()
    .default(true)
    .describe('Whether it answers DLE EOT and GS r. One that does not is believed once it has taken a slip.'),
})
export type SitePrinter = z.infer<typeof SitePrinter>

export const SiteKiosk = z.object({
  kioskId: KioskId.describe('As its page is opened with ?kiosk=.'),
  placeId: PlaceId.optional().describe('Where it stands.'),
  printerId: PrinterId.optional().describe('Without one its numbers stay on the screen and on the phone.'),
})
export type SiteKiosk = z.infer<typeof SiteKiosk>
