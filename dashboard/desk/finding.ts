/** A ticket by what its holder shows or says: `A042`, `a42`, `a 042`. */

/** `day` as `2026-11-22`; nothing when that is no number. */
export const ticketIdOf = (day: string, typed: string): string | undefined => {
  const [, letter, digits] = /^\s*([a-z])\s*0*(\d{1,4})\s*$/i.exec(typed.normalize('NFKC')) ?? []
  return letter === undefined || digits === undefined
    ? undefined
    : `${day.replaceAll('-', '')}-${letter.toUpperCase()}${digits.padStart(3, '0')}`
}
