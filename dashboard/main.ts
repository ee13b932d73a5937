/** Opens the page that the path names; an unknown path opens the list of screens. */
import { type Component, mount } from 'svelte'
import { languageFrom, speak } from './language.ts'
import { type PageProps, placeOf } from './screens.ts'

const pages = import.meta.glob<{ default: Component<PageProps> }>('./pages/*.svelte')

const { screen, id } = placeOf(location.pathname)
const open = screen && pages[`./pages/${screen.page}.svelte`]
const root = document.documentElement
root.dataset.theme = open ? screen.theme : 'light'
root.dataset.fit = open ? screen.fit : 'hand'
const search = new URLSearchParams(location.search)
speak(languageFrom(search))

const page = await (open ?? pages['./pages/Screens.svelte'])?.()
if (page) mount(page.default, { target: document.body, props: { id, search } })
