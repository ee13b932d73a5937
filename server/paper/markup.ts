/** A slip as receiptline writes it: for a printer's own language, or for a picture. */
import { commands, transform } from 'receiptline'
import type { Language } from '#contracts/languages.ts'
import type { PrinterEncoding, SitePrinter } from '#contracts/sitePrinters.ts'
import type { Slip } from '../paperAnswers.ts'
import { qrCommands } from './code.ts'

/** What each printer has letters for; in any other language it prints English. */
const READS: Record<PrinterEncoding, readonly Language[]> = {
  gb18030: ['zh', 'en', 'ja'],
  shiftjis: ['en', 'ja'],
  ksc5601: ['en', 'ko'],
  big5: ['en'],
  multilingual: ['en'],
}

export const languageOn = ({ encoding }: Pick<SitePrinter, 'encoding'>, language: Language): Language =>
  READS[encoding].includes(language) ? language : 'en'

/** Signs that mean something to receiptline stand for themselves; a line of the site stays one line. */
const plain = (text: string): string => text.replaceAll(/[\\|{}~_"`^]/g, (sign) => `\\${sign}`).replaceAll(/\s+/g, ' ')

/** Six times as high and wide: readable from the next seat. */
const HUGE = '^^^^^^^'
const BIG = '^^^'

const documentOf = (slip: Slip): string => {
  const { papers, phone } = slip
  return [
    '{width:*;text:wrap}',
    plain(slip.hall),
    '',
    plain(slip.label),
    `${HUGE}${plain(slip.number)}`,
    '',
    ...slip.services.map((service) => `${BIG}${plain(service)}`),
    '-',
    ...slip.lines.map((line) => `|${plain(line)}`),
    ...(papers.list.length > 0 ? ['-', `|"${plain(papers.heading)}"`] : []),
    ...papers.list.map((paper) => `|[ ] ${plain(paper)}`),
    '-',
    ...(phone ? [`{code:${phone.link.replaceAll(/[\\|{};]/g, (sign) => `\\${sign}`)};option:qrcode,6,m}`] : []),
    ...(phone ? [plain(phone.label)] : []),
    slip.time,
    '',
  ].join('\n')
}

const ESCPOS = { ...commands.escpos, qrcode: qrCommands }

/** ESC/POS bytes; the last of them ask the printer how its paper is. */
export const escposOf = (slip: Slip, { columns, encoding }: Pick<SitePrinter, 'columns' | 'encoding'>): Uint8Array =>
  Buffer.from(transform(documentOf(slip), { cpl: columns, encoding, command: ESCPOS, cutting: true }), 'latin1')

/** Which wide letters a picture is set in, so that signs all three write get the right shape. */
const PICTURE: Record<Language, PrinterEncoding> = { zh: 'gb18030', en: 'gb18030', ja: 'shiftjis', ko: 'ksc5601' }

export const svgOf = (slip: Slip): string =>
  transform(documentOf(slip), { cpl: 42, encoding: PICTURE[slip.language], command: 'svg', spacing: true })
