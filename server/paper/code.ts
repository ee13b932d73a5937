/** A QR code as ESC/POS printers draw it themselves: GS ( k, which cheap printers know better than pictures. */

const GS_K = [0x1d, 0x28, 0x6b]
/** Functions of `cn` 49, which is the QR code. */
const QR = 0x31
const LEVEL = { l: 48, m: 49, q: 50, h: 51 } as const

export interface QrSymbol {
  data: string
  /** Dots of one module. */
  cell: number
  level: keyof typeof LEVEL
}

const command = (fn: number, ...parameters: number[]): number[] => {
  const length = parameters.length + 2
  return [...GS_K, length & 0xff, length >> 8, QR, fn, ...parameters]
}

/** Model 2, size, error correction, the text, and print; a character of the result is one byte. */
export const qrCommands = ({ data, cell, level }: QrSymbol): string =>
  String.fromCharCode(
    ...command(0x41, 0x32, 0),
    ...command(0x43, cell),
    ...command(0x45, LEVEL[level]),
    ...command(0x50, 0x30, ...new TextEncoder().encode(data)),
    ...command(0x51, 0x30),
  )
