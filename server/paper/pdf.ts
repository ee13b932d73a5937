/** A slip as a PDF page, 80 mm wide and as long as it needs: for any printer that is not a slip printer. */
import PDFDocument from 'pdfkit'
import { encode } from 'uqr'
import type { Slip } from '../paperAnswers.ts'
import { type Letter, lettersFor } from './letters.ts'

/** Points: 80 mm of paper, 4 mm of it white on each side. */
const PAPER = 226.8
const MARGIN = 11.3
const WIDTH = PAPER - 2 * MARGIN
const CODE = 110
/** Modules of white around the code, as ISO/IEC 18004 wants. */
const QUIET = 4

type Letters = ReadonlyMap<string, Letter>
type Doc = InstanceType<typeof PDFDocument>

interface Line {
  text: string
  size: number
  centred: boolean
}
/** `gap` is white above; a `rule` is a thin line. */
type Part = { gap: number } & ({ line: Line } | { rule: true } | { code: string })

const widthOf = (letters: Letters, text: string, size: number): number =>
  [...text].reduce((sum, sign) => sum + (letters.get(sign)?.width ?? 0), 0) * size

/** A Chinese or Japanese sign may begin a line, but for one that closes a phrase; other words stay whole. */
const CHUNKS =
  /[^\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\s]+\s*|[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}][、。，！？）：]*\s*/gu
const chunksOf = (text: string): string[] => text.match(CHUNKS) ?? []

const wrapped = (letters: Letters, text: string, size: number): string[] => {
  const lines: string[] = []
  let line = ''
  for (const chunk of chunksOf(text)) {
    if (line !== '' && widthOf(letters, (line + chunk).trimEnd(), size) > WIDTH) {
      lines.push(line.trimEnd())
      line = ''
    }
    line += chunk
  }
  return [...lines, line.trimEnd()]
}

const partsOf = (slip: Slip, letters: Letters): Part[] => {
  const text = (said: string, size: number, centred: boolean, gap: number): Part[] =>
    wrapped(letters, said, size).map((line, i) => ({ gap: i === 0 ? gap : 2, line: { text: line, size, centred } }))
  const { papers, phone } = slip
  return [
    ...text(slip.hall, 11, true, 0),
    ...text(slip.label, 10, true, 12),
    ...text(slip.number, 64, true, 0),
    ...slip.services.flatMap((service) => text(service, 15, true, 4)),
    { gap: 8, rule: true },
    ...slip.lines.flatMap((line) => text(line, 11, false, 6)),
    ...(papers.list.length > 0 ? ([{ gap: 8, rule: true }] as const) : []),
    ...(papers.list.length > 0 ? text(papers.heading, 10, false, 6) : []),
    ...papers.list.flatMap((paper) => text(`□ ${paper}`, 11, false, 4)),
    { gap: 8, rule: true },
    ...(phone ? [{ gap: 6, code: phone.link }, ...text(phone.label, 10, true, 2)] : []),
    ...text(slip.time, 9, true, 6),
  ]
}

const LEADING = 1.25

const heightOf = (part: Part): number =>
  part.gap + ('line' in part ? part.line.size * LEADING : 'code' in part ? CODE : 1)

const drawLine = (doc: Doc, letters: Letters, { text, size, centred }: Line, top: number): void => {
  let x = centred ? (PAPER - widthOf(letters, text, size)) / 2 : MARGIN
  for (const sign of text) {
    const letter = letters.get(sign)
    if (!letter) continue
    const scale = size / letter.unitsPerEm
    doc
      .save()
      .translate(x, top + size)
      .scale(scale, -scale)
      .path(letter.path)
    if (letter.stroke > 0) doc.lineWidth(letter.stroke).fillAndStroke('#000', '#000')
    else doc.fill('#000')
    doc.restore()
    x += letter.width * size
  }
}

const drawCode = (doc: Doc, link: string, top: number): void => {
  const { size, data } = encode(link, { ecc: 'M', border: QUIET })
  const module = CODE / size
  const left = (PAPER - CODE) / 2
  data.forEach((row, y) => {
    row.forEach((dark, x) => {
      if (dark) doc.rect(left + x * module, top + y * module, module, module)
    })
  })
  doc.fill('#000')
}

/** Letters are drawn as outlines: a reader finds the number in the title of the document. */
export const pdfOf = async (slip: Slip): Promise<Uint8Array> => {
  const { hall, label, number, services, lines, papers, phone, time } = slip
  const said = [hall, label, number, services, lines, papers.heading, papers.list, phone?.label, time, '□ ']
    .flat()
    .join('')
  const letters = await lettersFor(slip.language, said)
  const parts = partsOf(slip, letters)
  const height = parts.reduce((sum, part) => sum + heightOf(part), 2 * MARGIN)
  const doc = new PDFDocument({
    size: [PAPER, height],
    margin: 0,
    info: { Title: `${label} ${number}` },
    lang: slip.language,
  })
  const chunks: Buffer[] = []
  doc.on('data', (chunk: Buffer) => chunks.push(chunk))
  const ended = new Promise<void>((resolve) => doc.on('end', resolve))
  let top = MARGIN
  for (const part of parts) {
    if ('line' in part) drawLine(doc, letters, part.line, top + part.gap)
    else if ('code' in part) drawCode(doc, part.code, top + part.gap)
    else doc.rect(MARGIN, top + part.gap, WIDTH, 0.6).fill('#000')
    top += heightOf(part)
  }
  doc.end()
  await ended
  return Buffer.concat(chunks)
}
