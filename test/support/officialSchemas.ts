/** The official VDA 5050 schemas, where they are at hand, and a listener that holds a hall's every word against them. */
import { existsSync, readFileSync } from 'node:fs'
import { Ajv2020, type ErrorObject, type ValidateFunction } from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'
import { connectAsync } from 'mqtt'
import { VdaVersion } from '#contracts/vda5050/header.ts'
import { HALL_ACCOUNT } from './broker.ts'

/** The six schemas of https://github.com/VDA5050/VDA5050, in a folder for each version. */
const SCHEMAS = process.env.VDA5050_SCHEMAS ?? new URL('../../../shared/data/vda5050', import.meta.url).pathname
const FILTERS = ['+/v2/+/+/order', '+/v2/+/+/instantActions']

export const haveSchemas = existsSync(SCHEMAS)

const schemaOf = (version: VdaVersion, name: string): object => {
  const [path, other] = ['schema', 'json'].map((ending) => `${SCHEMAS}/${version}/${name}.${ending}`)
  return JSON.parse(readFileSync(path && existsSync(path) ? path : String(other), 'utf8'))
}

/** Answers what is wrong with a message by the schema of that name; nothing when the schemas are not at hand. */
export const createJudge = (version: VdaVersion) => {
  const ajv = addFormats.default(new Ajv2020({ strict: false }))
  ajv.addFormat('uint32', { type: 'number', validate: (n: number) => Number.isInteger(n) && n >= 0 && n < 2 ** 32 })
  const judges = new Map<string, ValidateFunction>()
  return (name: string, message: unknown): string[] => {
    if (!haveSchemas) return []
    const judge = judges.get(name) ?? ajv.compile(schemaOf(version, name))
    judges.set(name, judge)
    judge(message)
    return (judge.errors ?? []).map(({ instancePath, message: why }: ErrorObject) => `${name}${instancePath} ${why}`)
  }
}

const readJson = (text: string): Record<string, unknown> | undefined => {
  try {
    const json: unknown = JSON.parse(text)
    return typeof json === 'object' && json !== null ? { ...json } : undefined
  } catch {
    return undefined
  }
}

/** What is wrong with messages to robots, one after the other: by the schema of their version, and by their heads. */
const createCritic = () => {
  const judges = { '2.0.0': createJudge('2.0.0'), '2.1.0': createJudge('2.1.0') }
  const headerIds = new Map<string, number>()

  const wrongHead = (topic: string, message: Record<string, unknown>): string[] => {
    const [, , manufacturer, serialNumber] = topic.split('/')
    const { headerId, timestamp } = message
    const before = headerIds.get(topic)
    if (typeof headerId === 'number') headerIds.set(topic, headerId)
    // The count begins anew when the hall does, and what is said into a dead line is lost.
    const counts = headerId === 0 || before === undefined || Number(headerId) > before
    const addressed = message.manufacturer === manufacturer && message.serialNumber === serialNumber
    const inUtc = typeof timestamp === 'string' && timestamp.endsWith('Z') && !Number.isNaN(Date.parse(timestamp))
    return [
      ...(counts ? [] : [`headerId ${headerId} after ${before}`]),
      ...(addressed ? [] : ['the head names another robot than the topic']),
      ...(inUtc ? [] : [`timestamp ${timestamp}`]),
    ]
  }

  return (topic: string, text: string): string[] => {
    const message = readJson(text)
    if (message === undefined) return [`${topic}: not an object of JSON`]
    const version = VdaVersion.safeParse(message.version)
    const name = topic.split('/').at(-1) ?? ''
    const bySchema = version.success ? judges[version.data](name, message) : [`version ${message.version}`]
    return [...bySchema, ...wrongHead(topic, message)].map((what) => `${topic}: ${what}`)
  }
}

export interface SchemaWatch {
  /** What was wrong with what; empty when all was right. */
  readonly violations: string[]
  /** So many messages were heard. */
  heard(): number
  close(): Promise<void>
}

/** Hears all orders and instant actions on a bus, and holds each against the official schema of its version. */
export const watchSchemas = async (url: string, account: { username: string; password: string } = HALL_ACCOUNT) => {
  const { username, password } = account
  const client = await connectAsync(url, { protocolVersion: 4, username, password })
  const criticized = createCritic()
  const violations: string[] = []
  let heard = 0
  client.on('message', (topic, payload) => {
    heard += 1
    violations.push(...criticized(topic, payload.toString()))
  })
  await client.subscribeAsync(FILTERS, { qos: 1 })
  const watch: SchemaWatch = { violations, heard: () => heard, close: () => client.endAsync() }
  return watch
}
