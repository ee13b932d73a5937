/** Opens the page that the path names, once this browser may; an unknown path opens the list of screens. */
import { type Component, mount } from 'svelte'
import { entryTo, fetchSession, kindOf, kioskOf, useLink } from './entry/entering.ts'
import { languageFrom, speak } from './language.ts'
import { renewIfServed } from './live/renewal.ts'
import { type PageProps, placeOf } from './screens.ts'

const pages = import.meta.glob<{ default: Component<PageProps> }>('./pages/*.svelte')
const ONCE_A_MINUTE = 60_000
const RELOAD_EVERY = 5000

const place = placeOf(location.pathname)
const { screen, id } = place
const open = screen && pages[`./pages/${screen.page}.svelte`]
const root = document.documentElement
root.dataset.theme = open ? screen.theme : 'light'
root.dataset.fit = open ? screen.fit : 'hall'
speak(languageFrom(new URLSearchParams(location.search)))

/** A part that was fetched too late: the dashboard has been upgraded, and the page as it is served now has its own. */
addEventListener('vite:preloadError', () => setInterval(() => void renewIfServed({ onlyIfNewer: false }), RELOAD_EVERY))

await useLink(new URL(location.href))
const search = new URLSearchParams(location.search)
const target = document.body
const [session, page] = await Promise.all([fetchSession(), (open ?? pages['./pages/Screens.svelte'])?.()])
const entry = entryTo(place, session)
if (entry === 'signIn') {
  const next = location.pathname + location.search + location.hash
  location.replace(`/sign-in?${new URLSearchParams({ lang: languageFrom(search), next })}`)
}
if (entry === 'pair') {
  const { default: PairingPage } = await import('./entry/PairingPage.svelte')
  const kind = kindOf(screen?.segment ?? '') ?? ''
  const asked = id ?? (kind === 'kiosk' ? (search.get('kiosk') ?? undefined) : undefined)
  mount(PairingPage, { target, props: { kind, place: asked, search } })
}
/** In the address, so that it is known too when the hall is away. */
const kiosk = kioskOf(place, session)
if (kiosk !== undefined && search.get('kiosk') !== kiosk) {
  search.set('kiosk', kiosk)
  history.replaceState(null, '', `${location.pathname}?${search}${location.hash}`)
}
if (entry === 'open' && page) mount(page.default, { target, props: { id, search } })

/** A device that was revoked, or a session that has ended, does not go on looking at what it no longer hears. */
const look = async (): Promise<void> => {
  if (entryTo(place, await fetchSession()) !== 'open') location.reload()
}
if (entry === 'open') setInterval(() => void look(), ONCE_A_MINUTE)
