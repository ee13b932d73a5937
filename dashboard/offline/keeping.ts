/** What a tablet keeps of the hall, so that it can be opened while the hall is out of reach: which request is answered how. */

export type Keeping = 'cacheFirst' | 'networkFirst' | 'pass'

/** Files with their hash in the name never change; the page and the last sight of the hall are kept for bad times. */
export const keepingOf = (method: string, { pathname }: { readonly pathname: string }, isPage: boolean): Keeping => {
  if (method !== 'GET') return 'pass'
  if (pathname.startsWith('/assets/')) return 'cacheFirst'
  if (isPage) return pathname.startsWith('/staff') ? 'networkFirst' : 'pass'
  return ['/api/hall', '/api/session', '/tokens.css', '/staff.webmanifest'].includes(pathname) ? 'networkFirst' : 'pass'
}
