/** The official VDA 5050 schemas, where they are at hand: what each thinks of a message. */
import { existsSync, readFileSync } from 'node:fs'
import { Ajv2020, type ErrorObject, type ValidateFunction } from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'
import type { VdaVersion } from '#contracts/vda5050/header.ts'

/** The six schemas of https://github.com/VDA5050/VDA5050, in a folder for each version. */
const SCHEMAS = process.env.VDA5050_SCHEMAS ?? new URL('../../../shared/data/vda5050', import.meta.url).pathname

export const haveSchemas = existsSync(SCHEMAS)

const schemaOf = (version: VdaVersion, name: string): object => {
  const [path, other] = ['schema', 'json'].map((ending) => `${SCHEMAS}/${version}/${name}.${ending}`)
  return JSON.parse(readFileSync(path && existsSync(path) ? path : String(other), 'utf8'))
}

/** Answers what is wrong with a message of one topic, nothing when the schemas are not at hand. */
export const createJudge = (version: VdaVersion) => {
  const ajv = addFormats.default(new Ajv2020({ strict: false, allErrors: true }))
  ajv.addFormat('uint32', { type: 'number', validate: (n: number) => Number.isInteger(n) && n >= 0 && n < 2 ** 32 })
  const judges = new Map<string, ValidateFunction>()
  return (name: string, message: unknown): string[] => {
    if (!haveSchemas) return []
    const judge = judges.get(name) ?? ajv.compile(schemaOf(version, name))
    judges.set(name, judge)
    judge(message)
    const errors: ErrorObject[] = judge.errors ?? []
    return errors.map(({ instancePath, message: why }) => `${name}${instancePath} ${why}`)
  }
}
