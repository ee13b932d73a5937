/** The service worker of the staff's tablet: answers from what it has kept when the hall does not. */
import { keepingOf } from './keeping.ts'

/** What a service worker is given that a page is not; the types of both cannot be loaded at once. */
interface Fetching extends Event {
  readonly request: Request
  respondWith(answer: Promise<Response>): void
}
interface Waiting extends Event {
  waitUntil(work: Promise<unknown>): void
}
interface ServiceWorkerScope {
  readonly clients: { claim(): Promise<void> }
  skipWaiting(): Promise<void>
  addEventListener(type: 'fetch', listener: (fetching: Fetching) => void): void
  addEventListener(type: 'install' | 'activate', listener: (waiting: Waiting) => void): void
}
declare const self: ServiceWorkerScope

const STORE = 'hallkeeper-tablet-1'
const PATIENCE_MS = 4000
/** Of all builds together; beyond it the oldest go. */
const MOST_FILES = 400

const keep = async (request: Request, response: Response): Promise<Response> => {
  if (!response.ok) return response
  const store = await caches.open(STORE)
  await store.put(request, response.clone())
  const names = await store.keys()
  await Promise.all(names.slice(0, Math.max(0, names.length - MOST_FILES)).map((old) => store.delete(old)))
  return response
}

const kept = async (request: Request): Promise<Response> =>
  (await caches.match(request, { cacheName: STORE, ignoreSearch: request.mode === 'navigate' })) ?? Response.error()

const fromHall = (request: Request): Promise<Response> => fetch(request, { signal: AbortSignal.timeout(PATIENCE_MS) })

/** Whoever may not look any more finds nothing kept either. */
const forget = async (response: Response): Promise<Response> => {
  await caches.delete(STORE)
  return response
}

const networkFirst = (request: Request): Promise<Response> =>
  fromHall(request).then(
    (response) => {
      if ([401, 403].includes(response.status)) return forget(response)
      return response.status < 500 ? keep(request, response) : kept(request)
    },
    () => kept(request),
  )

const cacheFirst = async (request: Request): Promise<Response> =>
  (await caches.match(request, { cacheName: STORE })) ?? keep(request, await fetch(request))

self.addEventListener('install', (waiting) => waiting.waitUntil(self.skipWaiting()))
self.addEventListener('activate', (waiting) => waiting.waitUntil(self.clients.claim()))
self.addEventListener('fetch', (fetching) => {
  const { request } = fetching
  const url = new URL(request.url)
  if (url.origin !== location.origin) return
  const keeping = keepingOf(request.method, url, request.mode === 'navigate')
  if (keeping === 'cacheFirst') fetching.respondWith(cacheFirst(request))
  if (keeping === 'networkFirst') fetching.respondWith(networkFirst(request))
})
