/** Codes of appointments: drawn from the key of whoever books, so that the same key finds the same code again. */
import { createHash } from 'node:crypto'
import { AppointmentCode, CommandId, type HallId } from '#contracts/ids.ts'

const DIGITS = 8

/** One draw: the code, and the name of the command that asks for it. */
export interface Draw {
  code: AppointmentCode
  id: CommandId
}

/** `draw` counts from 0; the next is made when the code is another appointment's. Nobody guesses it without the key. */
export const drawCode = (hallId: HallId, id: CommandId, draw: number): Draw => {
  const digest = createHash('sha256').update(`appointment ${hallId} ${id} ${draw}`).digest('hex')
  const code = BigInt(`0x${digest}`) % 10n ** BigInt(DIGITS)
  return {
    code: AppointmentCode.parse(String(code).padStart(DIGITS, '0')),
    id: draw === 0 ? id : CommandId.parse(`again:${digest}`),
  }
}
