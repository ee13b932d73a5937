import { Ajv2020 } from 'ajv/dist/2020.js'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { openApiOf } from '#server/openapi.ts'
import { routes } from '#server/routes/table.ts'

const Media = z.strictObject({ schema: z.looseObject({}) })
const Content = z.record(z.string().regex(/^[\w-]+\/[\w.+-]+$/), Media)
const Parameter = z.strictObject({
  name: z.string(),
  in: z.enum(['path', 'header', 'query']),
  description: z.string().optional(),
  required: z.boolean().optional(),
  schema: z.looseObject({}),
})
const Reference = z.strictObject({ $ref: z.string().startsWith('#/components/') })
const Operation = z.strictObject({
  operationId: z.string().regex(/^\w+$/),
  summary: z.string().min(1),
  tags: z.array(z.string().min(1)).length(1),
  parameters: z.array(z.union([Parameter, Reference])),
  requestBody: z.strictObject({ required: z.boolean(), content: Content }).optional(),
  responses: z.record(
    z.string().regex(/^[1-5]\d\d$|^default$/),
    z.strictObject({ description: z.string().min(1), content: Content }),
  ),
  security: z.array(z.record(z.string(), z.array(z.string()))),
  'x-roles': z.array(z.string()).optional(),
})
/** What OpenAPI 3.1 asks of the parts that we use. */
const OpenApi = z.strictObject({
  openapi: z.string().regex(/^3\.1\.\d+$/),
  info: z.strictObject({ title: z.string(), version: z.string(), description: z.string() }),
  paths: z.record(z.string().startsWith('/'), z.partialRecord(z.enum(['get', 'post', 'put', 'delete']), Operation)),
  components: z.strictObject({
    schemas: z.record(z.string().regex(/^[\w.-]+$/), z.looseObject({})),
    securitySchemes: z.record(z.string(), z.looseObject({})),
    parameters: z.record(z.string(), Parameter),
  }),
})

/** As a client would get it. */
const document = OpenApi.parse(JSON.parse(JSON.stringify(openApiOf(routes))))
const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
  Object.entries(methods).flatMap(([method, operation]) => (operation ? [{ path, method, operation }] : [])),
)

const everyIn = (value: unknown, key: string): unknown[] => {
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([name, inner]) => (name === key ? [inner] : everyIn(inner, key)))
}

describe('the OpenAPI document', () => {
  it('names every row of the table, and nothing else', () => {
    const told = operations.map(({ method, path }) => `${method} ${path}`).sort()
    const rows = routes.map(({ method, path }) => `${method} ${path.replaceAll(/:(\w+)/g, '{$1}')}`).sort()
    expect(told).toEqual(rows)
    expect(new Set(operations.map(({ operation }) => operation.operationId)).size).toBe(rows.length)
  })

  it('says every name of a path as a parameter', () => {
    for (const { path, operation } of operations) {
      const named = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name)
      const said = operation.parameters.flatMap((one) => ('in' in one && one.in === 'path' ? one.name : []))
      expect(said).toEqual(named)
    }
  })

  it('says what a look asks for in its query', () => {
    const said = document.paths['/api/appointments/slots']?.get
    expect(said?.parameters).toMatchObject([
      { name: 'serviceId', in: 'query', required: true },
      { name: 'day', in: 'query', required: true },
    ])
    expect(said).not.toHaveProperty('requestBody')
  })

  it('says which answers come as CSV as well', () => {
    const contentOf = (path: string) => Object.keys(document.paths[path]?.get?.responses['200']?.content ?? {})
    expect(contentOf('/api/reports/missions')).toEqual(['application/json', 'text/csv'])
    expect(contentOf('/api/missions')).toEqual(['application/json'])
  })

  it('says of each row who may ask, and how they are known', () => {
    const looking = document.paths['/api/cameras/{cameraId}/look']?.post
    expect(looking).toMatchObject({
      'x-roles': ['manager', 'admin'],
      security: [{ session: [] }, { devices: [] }, { bearer: [] }],
    })
    expect(document.paths['/api/privacy']?.get).toMatchObject({ security: [] })
    expect(Object.keys(document.components.securitySchemes)).toEqual(['session', 'devices', 'bearer', 'ticketSecret'])
  })

  it('refers only to what it has', () => {
    const references = everyIn(document, '$ref').map(String)
    expect(references.length).toBeGreaterThan(50)
    for (const reference of references) {
      const found = reference
        .slice(2)
        .split('/')
        .reduce<unknown>(
          (at, key) => (typeof at === 'object' && at !== null ? Reflect.get(at, key) : undefined),
          document,
        )
      expect(found, reference).toBeTypeOf('object')
    }
  })

  it('writes schemas that JSON Schema 2020-12 takes', () => {
    const ajv = new Ajv2020({ strict: false, validateFormats: false })
    ajv.addSchema({ $id: 'http://hall.test/openapi', components: document.components })
    for (const name of Object.keys(document.components.schemas))
      expect(() => ajv.compile({ $ref: `http://hall.test/openapi#/components/schemas/${name}` }), name).not.toThrow()
    for (const { operation } of operations)
      for (const { schema } of Object.values(operation.requestBody?.content ?? {}))
        expect(ajv.validateSchema(schema)).toBe(true)
  })

  it('asks for the body of a command without its type and what the path names', () => {
    const body = (path: string) => document.paths[path]?.post?.requestBody?.content['application/json']?.schema
    expect(body('/api/tickets')).toMatchObject({ required: ['serviceIds'] })
    expect(body('/api/tickets')).not.toHaveProperty('properties.type')
    expect(body('/api/windows/{windowId}/start')).toHaveProperty('properties.ticketId')
    expect(body('/api/windows/{windowId}/start')).not.toHaveProperty('properties.windowId')
    expect(body('/api/windows/{windowId}/close')).toBeUndefined()
    expect(body('/api/appointments')).toMatchObject({ required: ['serviceIds', 'from'] })
    expect(body('/api/appointments')).not.toHaveProperty('properties.code')
    expect(body('/api/advice/{adviceId}/accept')).toBeUndefined()
    expect(body('/api/missions')).toMatchObject({ required: ['kind', 'from'] })
    expect(body('/api/missions')).toHaveProperty('properties.deadline')
    expect(body('/api/missions/{missionId}/return')).toBeUndefined()
    expect(body('/api/robots/{robotId}/pause')).toBeUndefined()
    expect(body('/api/cameras/{cameraId}/look')).toMatchObject({ required: ['reason'] })
  })
})
