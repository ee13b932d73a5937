/** The clips that a queue screen says its calls with: the operator's own recordings before those of the dashboard. */
import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { serveStatic } from '@hono/node-server/serve-static'
import { Hono } from 'hono'

const ENDINGS = ['ogg', 'mp3', 'wav']
const CLIP = /^(?:(?:zh|en|ja|ko)\/[a-z0-9]{1,20}|chime)$/i

/** Either may be absent. New recordings are heard when a screen is next opened. */
export const createVoice = (ownDir: string | undefined, dashboardDir: string | undefined): Hono => {
  const folders = [ownDir ?? [], dashboardDir === undefined ? [] : join(dashboardDir, 'voice')].flat()
  return new Hono().get('/voice/*', async (c, next) => {
    const clip = c.req.path.slice('/voice/'.length)
    const files = CLIP.test(clip)
      ? folders.flatMap((folder) => ENDINGS.map((ending) => join(folder, `${clip}.${ending}`)))
      : []
    const file = files.find((path) => existsSync(path))
    if (file === undefined) return c.notFound()
    c.header('cache-control', 'no-cache')
    return (
      (await serveStatic({ root: dirname(file), rewriteRequestPath: () => file.slice(dirname(file).length) })(
        c,
        next,
      )) ?? c.notFound()
    )
  })
}
