/** Text as Postgres can hold it: what kiosks and robots send may hold characters that jsonb refuses. */

/** NUL and halves of surrogate pairs, as JSON writes them. */
const REFUSED = /\\u(?:0000|d[89a-f][0-9a-f]{2})/i

const clean = (_: string, value: unknown): unknown =>
  typeof value === 'string' ? value.replaceAll('\0', '\uFFFD').replaceAll(/\p{Surrogate}/gu, '\uFFFD') : value

/** The same, with U+FFFD where a character cannot be stored: one odd note must not hold up all that follows. */
export const storable = <T>(value: T): T => {
  const json = JSON.stringify(value)
  return REFUSED.test(json) ? JSON.parse(json, clean) : value
}
