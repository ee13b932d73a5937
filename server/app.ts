/** The HTTP face of the hall: the table of routes, the live line, the documents, the metrics and the pages. */
import { upgradeWebSocket } from '@hono/node-server'
import { type Context, Hono, type Next } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { routePath } from 'hono/route'
import { secureHeaders } from 'hono/secure-headers'
import { SECOND } from '#contracts/durations.ts'
import { createDocs } from './docs.ts'
import { doorOf, refused } from './door.ts'
import { DatabaseFault } from './faults.ts'
import type { House } from './house.ts'
import { admit } from './identity/admitting.ts'
import { LIVE } from './identity/lines.ts'
import { createOidcPages } from './identity/oidcPages.ts'
import { createMetrics, type Metrics } from './metrics.ts'
import { openApiOf } from './openapi.ts'
import { isOwnPage } from './origins.ts'
import { createPages } from './pages.ts'
import { routes } from './routes/table.ts'
import { createVoice } from './voice.ts'

const MOST_BODY_BYTES = 64 * 1024
/** A hall of 145 windows and 500 services. */
const MOST_SITE_BYTES = 2 * 1024 * 1024

/** Styles are set by scripts and by the docs; pictures may be made in the page; all else comes from here. */
const headers = secureHeaders({
  contentSecurityPolicy: {
    defaultSrc: ["'self'"],
    styleSrc: ["'self'", "'unsafe-inline'"],
    imgSrc: ["'self'", 'data:', 'blob:'],
    fontSrc: ["'self'", 'data:'],
    mediaSrc: ["'self'", 'data:', 'blob:'],
    workerSrc: ["'self'", 'blob:'],
    objectSrc: ["'none'"],
    baseUri: ["'none'"],
    formAction: ["'self'"],
    frameAncestors: ["'none'"],
  },
  permissionsPolicy: { camera: [], microphone: [], geolocation: [], payment: [], usb: [], serial: [], bluetooth: [] },
  referrerPolicy: 'no-referrer',
  strictTransportSecurity: false,
  xFrameOptions: 'DENY',
})

const HSTS = 'max-age=31536000'

/** Only where it came over TLS: a hall without a certificate must stay reachable. */
const onlySecure = async (c: Context, next: Next): Promise<void> => {
  await next()
  if (new URL(c.req.url).protocol === 'https:') c.header('strict-transport-security', HSTS)
}

const limitOf = (limitBytes: number) =>
  bodyLimit({ maxSize: limitBytes, onError: (c) => refused(c, { code: 'tooLarge', limitBytes }) })

const usual = limitOf(MOST_BODY_BYTES)
const ofSite = limitOf(MOST_SITE_BYTES)
const limit = (c: Context, next: Next) => (c.req.path.startsWith('/api/site') ? ofSite : usual)(c, next)

const timed =
  (metrics: Metrics) =>
  async (c: Context, next: Next): Promise<void> => {
    const began = performance.now()
    await next()
    const seconds = (performance.now() - began) / SECOND
    metrics.observe({ method: c.req.method, route: routePath(c), status: c.res.status, seconds })
  }

const ownOrigin = async (c: Context, next: Next): Promise<Response | undefined> => {
  const origin = c.req.header('origin')
  const looks = c.req.method === 'GET' || c.req.method === 'HEAD'
  const live = c.req.path === '/api/live'
  if ((looks && !live) || isOwnPage(origin, c.req.header('host'), c.req.header('sec-fetch-site')))
    return void (await next())
  return refused(c, { code: 'foreignOrigin', origin: origin ?? '' })
}

/** For what is no row of the table. */
const entitled =
  (house: House, key: string) =>
  async (c: Context, next: Next): Promise<Response | undefined> => {
    const admitted = await admit(house, c, key)
    return admitted.ok ? void (await next()) : refused(c, admitted.complaint)
  }

const failed =
  (log: House['log']) =>
  (error: Error, c: Context): Response => {
    if (error instanceof DatabaseFault) return refused(c, { code: 'databaseDown' })
    log.error({ error, method: c.req.method, route: routePath(c) }, 'a request failed')
    return refused(c, { code: 'unexpected' })
  }

export interface AppNeeds {
  house: House
  /** Without it there are no pages. */
  dashboardDir?: string | undefined
  /** The operator's own clips of the voice. */
  voiceDir?: string | undefined
}

export const createApp = ({ house, dashboardDir, voiceDir }: AppNeeds): Hono => {
  const metrics = createMetrics(house)
  const app = new Hono()
  app.use(timed(metrics), headers, onlySecure, ownOrigin, limit)
  for (const route of routes) app.on(route.method, route.path, doorOf(house, route))
  app.get(
    '/api/live',
    entitled(house, LIVE),
    upgradeWebSocket(() => ({})),
    (c) => refused(c, { code: 'notWebSocket' }),
  )
  app.route('/api', createOidcPages(house))
  app.route('/api', createDocs(openApiOf(routes)))
  app.get('/metrics', entitled(house, 'GET /metrics'), async (c) =>
    c.text(await metrics.text(), 200, { 'content-type': metrics.contentType }),
  )
  const unknown = (c: Context) => refused(c, { code: 'unknownRoute', method: c.req.method, path: c.req.path })
  app.all('/api/*', unknown)
  app.route('/', createVoice(voiceDir, dashboardDir))
  if (dashboardDir !== undefined) app.route('/', createPages(dashboardDir))
  app.notFound(unknown)
  app.onError(failed(house.log))
  return app
}
