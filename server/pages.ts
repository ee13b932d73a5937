/** The built dashboard: its files as they are, and its one page for every screen. */
import { join } from 'node:path'
import { serveStatic } from '@hono/node-server/serve-static'
import type { Context, Next } from 'hono'
import { Hono } from 'hono'

/** Screens whose address ends with a name that may hold a dot, such as `/window/W3.1`. */
const NAMED_SCREENS = /^\/(?:window|ticket|rate)\//

const isFile = (path: string): boolean => !NAMED_SCREENS.test(path) && /\.\w+$/.test(path)

export const createPages = (dashboardDir: string): Hono => {
  const page = serveStatic({
    path: join(dashboardDir, 'index.html'),
    onFound: (_, c) => c.header('cache-control', 'no-cache'),
  })
  /** A missing file is missing: the page in its place would be taken for a script. */
  const pageUnlessFile = (c: Context, next: Next) =>
    c.req.path.startsWith('/assets/') || isFile(c.req.path) ? next() : page(c, next)

  return new Hono()
    .get('/', (c) => c.redirect('/wall'))
    .get(
      '/assets/*',
      serveStatic({
        root: dashboardDir,
        onFound: (_, c) => c.header('cache-control', 'public, max-age=31536000, immutable'),
      }),
    )
    .get('/*', serveStatic({ root: dashboardDir }), pageUnlessFile)
}
