/** The built dashboard: its files as they are, and its one page for every screen. */
import { join } from 'node:path'
import { serveStatic } from '@hono/node-server/serve-static'
import type { Context, Next } from 'hono'
import { Hono } from 'hono'

/** Screens whose address ends with a name that may hold a dot, such as `/window/W3.1`. */
const NAMED_SCREENS = /^\/(?:window|ticket|rate)\//

const isFile = (path: string): boolean => !NAMED_SCREENS.test(path) && /\.\w+$/.test(path)

const cached = (rule: string) => async (c: Context, next: Next) => {
  await next()
  if (c.res.ok) c.header('cache-control', rule)
}

export const createPages = (dashboardDir: string): Hono => {
  const files = serveStatic({ root: dashboardDir })
  const page = serveStatic({ path: join(dashboardDir, 'index.html') })
  /** A missing file is missing: the page in its place would be taken for a script. */
  const pageUnlessFile = (c: Context, next: Next) => (isFile(c.req.path) ? next() : page(c, next))

  return new Hono()
    .get('/', (c) => c.redirect('/wall'))
    .get('/assets/*', cached('public, max-age=31536000, immutable'), files, (c) => c.notFound())
    .get('/*', cached('no-cache'), files, pageUnlessFile)
}
