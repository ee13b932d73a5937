/** The command line of a simulator, read by its schema. */
import { parseArgs } from 'node:util'
import type { z } from 'zod'

/** Every flag takes a value. Throws with a sentence and the usage when one is missing, wrong or unknown. */
export const readFlags = <Schema extends z.ZodObject>(
  schema: Schema,
  usage: string,
  args: readonly string[],
): z.output<Schema> => {
  const options = Object.fromEntries(Object.keys(schema.shape).map((name) => [name, { type: 'string' as const }]))
  const read = schema.safeParse(parseArgs({ args: [...args], options }).values)
  if (read.success) return read.data
  const [issue] = read.error.issues
  throw new Error(`--${issue?.path.join('.')}: ${issue?.message}\n${usage}`)
}
