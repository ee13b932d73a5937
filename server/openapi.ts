/** OpenAPI 3.1, made from the table of routes and their contracts. */
import { z } from 'zod'
import { Advice, DayForecast } from '#contracts/advice.ts'
import { Alert } from '#contracts/alerts.ts'
import { Appointment, Slot } from '#contracts/appointments.ts'
import { CallReason } from '#contracts/callReasons.ts'
import { Card, StaffMember } from '#contracts/cards.ts'
import { HallRecord } from '#contracts/live.ts'
import { Mission } from '#contracts/missions.ts'
import { TimedReading } from '#contracts/readings.ts'
import { Robot } from '#contracts/robots.ts'
import { SiteShape } from '#contracts/site.ts'
import { Estimate, Ticket } from '#contracts/tickets.ts'
import { ServiceWindow } from '#contracts/windows.ts'
import * as answers from './answers.ts'
import * as cameraAnswers from './cameraAnswers.ts'
import * as careAnswers from './careAnswers.ts'
import * as identityAnswers from './identity/answers.ts'
import { TICKET_HEADER } from './identity/badges.ts'
import { permissions } from './identity/permissions.ts'
import * as paperAnswers from './paperAnswers.ts'
import * as reportAnswers from './reportAnswers.ts'
import { keyOf, paramsOf, type Route } from './routes/route.ts'
import * as siteAnswers from './siteAnswers.ts'

type Json = Record<string, unknown>

const contracts: Record<string, z.ZodType> = {
  ...answers,
  ...cameraAnswers,
  ...siteAnswers,
  ...paperAnswers,
  ...reportAnswers,
  ...careAnswers,
  ...identityAnswers,
  Ticket,
  Estimate,
  CallReason,
  ServiceWindow,
  Mission,
  Robot,
  Alert,
  Card,
  StaffMember,
  Appointment,
  Slot,
  Advice,
  DayForecast,
  HallRecord,
  TimedReading,
  Site: SiteShape,
}

/** Answers grow by adding, so no schema here forbids what it does not name. */
const openEnded = ({ jsonSchema }: { jsonSchema: Json }): void => {
  if (jsonSchema.additionalProperties === false) delete jsonSchema.additionalProperties
}

/** Schemas by name, referring to each other under `#/components/schemas`. */
const schemas = (): Record<string, Json> => {
  const registry = z.registry<{ id: string }>()
  for (const [id, contract] of Object.entries(contracts)) registry.add(contract, { id })
  const made = z.toJSONSchema(registry, { uri: (id) => `#/components/schemas/${id}`, override: openEnded })
  return Object.fromEntries(Object.entries(made.schemas).map(([id, schema]) => [id, bare(schema)]))
}

const bare = ({ $schema: _, $id: __, ...schema }: Json): Json => schema

const operationId = ({ method, path }: Route): string => `${method} ${path}`.replaceAll(/\W+(\w?)/g, '_$1')

/** What is asked without `type`, cut up: what the path names, and the rest, which is the body, or the query of a look. */
const askedOf = ({ method, path, takes }: Route) => {
  const { properties = {}, required = [] } = z.toJSONSchema(takes, { io: 'input' })
  const inPath = paramsOf(path)
  const rest = Object.keys(properties).filter((name) => name !== 'type' && !inPath.includes(name))
  const inQuery = method === 'get' ? rest : []
  const inBody = method === 'get' ? [] : rest
  const param = (place: 'path' | 'query') => (name: string) => ({
    name,
    in: place,
    required: required.includes(name),
    schema: properties[name],
  })
  return {
    params: [...inPath.map(param('path')), ...inQuery.map(param('query'))],
    properties: Object.fromEntries(inBody.map((name) => [name, properties[name]])),
    required: required.filter((name) => inBody.includes(name)),
  }
}

const json = (type: string, schema: Json): Json => ({ content: { [type]: { schema } } })

const reference = (contract: z.ZodType): Json => {
  const name = Object.keys(contracts).find((id) => contracts[id] === contract)
  if (!name) throw new Error('an answer without a name: export its contract from answers.ts')
  return { $ref: `#/components/schemas/${name}` }
}

const contentOf = ({ gives, csv, file }: Route): Json =>
  file
    ? { [file.type]: { schema: { type: 'string' } } }
    : {
        'application/json': { schema: reference(gives) },
        ...(csv && { 'text/csv': { schema: { type: 'string' } } }),
      }

/** Any of the ways in, but only for these roles; everybody where there is none. */
const accessOf = (route: Route): Json => {
  const permit = permissions[keyOf(route)]
  if (permit === 'everyone') return { security: [] }
  const ways = [{ session: [] }, { devices: [] }, { bearer: [] }]
  const ticket = permit?.includes('ticketHolder') ? [{ ticketSecret: [] }] : []
  return { security: [...ways, ...ticket], 'x-roles': permit ?? [] }
}

const securitySchemes: Json = {
  session: { type: 'apiKey', in: 'cookie', name: '__Host-session', description: 'Of a person who has signed in.' },
  devices: { type: 'apiKey', in: 'cookie', name: '__Host-devices', description: 'Of a browser that is paired.' },
  bearer: { type: 'http', scheme: 'bearer', description: 'The token of a paired device that is no browser.' },
  ticketSecret: { type: 'apiKey', in: 'header', name: TICKET_HEADER, description: 'Of the link to a ticket.' },
}

const operationOf = (route: Route): Json => {
  const { params, properties, required } = askedOf(route)
  const changes = route.method !== 'get'
  const key = { $ref: '#/components/parameters/IdempotencyKey' }
  const body = { type: 'object', properties, ...(required.length > 0 && { required }) }
  return {
    operationId: operationId(route),
    summary: route.summary,
    tags: [route.path.replace('/api', '').split('/')[1]],
    parameters: [...params, ...(changes ? [key] : [])],
    ...accessOf(route),
    ...(Object.keys(properties).length > 0
      ? { requestBody: { required: required.length > 0, ...json('application/json', body) } }
      : {}),
    responses: {
      [route.status]: { description: 'Done.', content: contentOf(route) },
      default: {
        description: 'Not done, and why.',
        ...json('application/problem+json', reference(answers.ProblemAnswer)),
      },
    },
  }
}

export const openApiOf = (routes: readonly Route[]): Json => {
  const paths: Record<string, Json> = {}
  for (const route of routes) {
    const path = route.path.replaceAll(/:(\w+)/g, '{$1}')
    paths[path] = { ...paths[path], [route.method]: operationOf(route) }
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'hallkeeper',
      version: '1',
      description:
        'One public-service hall. Times are epoch milliseconds. `WS /api/live?since=SEQ` tells the snapshot, then changes and readings as they come.',
    },
    paths,
    components: {
      schemas: schemas(),
      securitySchemes,
      parameters: {
        IdempotencyKey: {
          name: 'Idempotency-Key',
          in: 'header',
          description: 'Drawn once for each intention. A repeat with the same key is answered as the first was.',
          schema: bare(z.toJSONSchema(answers.IdempotencyKey)),
        },
      },
    },
  }
}
