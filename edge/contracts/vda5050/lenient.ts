/** Reading what robots really send: nulls, numbers in quotes, missing lists. Coerced where the sense is plain. */
import { z } from 'zod'

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** Fields that are null count as absent, at any depth. */
export const withoutNulls = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(withoutNulls)
  if (!isRecord(value)) return value
  const told = Object.entries(value).filter(([, field]) => field !== null)
  return Object.fromEntries(told.map(([key, field]) => [key, withoutNulls(field)]))
}

/** A number, also in quotes. */
export const figure = z.union([
  z.number(),
  z
    .string()
    .regex(/^\s*[+-]?\d+(\.\d+)?(e[+-]?\d+)?\s*$/i)
    .transform(Number),
])

/** A name, also written as a number. */
export const word = z.union([z.string(), z.number().transform(String)])

/** True only when it says so. */
export const flag = z.union([z.boolean(), z.enum(['true', 'false']).transform((said) => said === 'true')]).catch(false)

/** An enum value as 2.x writes it: upper case, no underscores (3.0 writes `TEACH_IN`). */
export const keyword = z.string().transform((said) => said.toUpperCase().replaceAll('_', ''))

/** A list whose unreadable items are left out; absent is empty. Anything but a list is refused. */
export const listOf = <T>(item: z.ZodType<T>) =>
  z
    .array(z.unknown())
    .default([])
    .transform((items) =>
      items.flatMap((one) => {
        const read = item.safeParse(one)
        return read.success ? [read.data] : []
      }),
    )

export type Heard<T> = { ok: true; message: T; violations: string[] } | { ok: false; path: string; problem: string }

/** Paths of the fields that are not as VDA 5050 says, each once, without the positions in lists. */
const violationsOf = (strict: z.ZodType, json: unknown): string[] => {
  const paths = strict.safeParse(json).error?.issues.map(({ path }) => path.filter((key) => typeof key === 'string'))
  return [...new Set(paths?.map((path) => path.join('.')) ?? [])]
}

/** Reads JSON text by the lenient schema, and says where the strict one disagrees. Never throws. */
export const hear = <T>(text: string, lenient: z.ZodType<T>, strict: z.ZodType): Heard<T> => {
  let json: unknown
  try {
    json = JSON.parse(text)
  } catch {
    return { ok: false, path: '', problem: 'not JSON' }
  }
  const read = lenient.safeParse(json)
  if (read.success) return { ok: true, message: read.data, violations: violationsOf(strict, json) }
  const issue = read.error.issues[0]
  return { ok: false, path: issue?.path.join('.') ?? '', problem: issue?.message ?? 'unreadable' }
}
