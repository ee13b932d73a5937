/** The chapters of the managers' screen, each fetched when it is opened; the part of the address after `#` names it. */
import type { Component } from 'svelte'
import type { Site } from '#contracts/site.ts'
import type { Cameras } from './cameras/cameras.svelte.ts'
import type { Carrying } from './carrying.svelte.ts'
import type { SiteDraft } from './site/draft.svelte.ts'

/** What every chapter is given; the last ones are kept while others are looked at. */
export interface ChapterProps {
  readonly site: Site
  /** What is opened in the chapter: `C1` of `#cameras/C1`. */
  readonly opened: string | undefined
  /** What was carried out. */
  readonly carrying: Carrying
  /** With what was drawn and not saved yet. */
  readonly cameras: Cameras
  /** With what was changed of the site and not saved yet. */
  readonly draft: SiteDraft
}

export const groups = ['now', 'ahead', 'past', 'setup'] as const
export type Group = (typeof groups)[number]

interface ChapterRow {
  readonly group: Group
  readonly load: () => Promise<{ default: Component<ChapterProps> }>
}

const rows = {
  advice: { group: 'now', load: () => import('./Advice.svelte') },
  services: { group: 'now', load: () => import('./services/Services.svelte') },
  windows: { group: 'now', load: () => import('./windows/Windows.svelte') },
  appointments: { group: 'now', load: () => import('./Appointments.svelte') },
  robots: { group: 'now', load: () => import('./Robots.svelte') },
  forecast: { group: 'ahead', load: () => import('./Forecast.svelte') },
  hours: { group: 'ahead', load: () => import('./hours/Hours.svelte') },
  history: { group: 'past', load: () => import('./history/History.svelte') },
  estimate: { group: 'past', load: () => import('./Estimate.svelte') },
  site: { group: 'setup', load: () => import('./site/SiteChapter.svelte') },
  rules: { group: 'setup', load: () => import('./Rules.svelte') },
  cameras: { group: 'setup', load: () => import('./cameras/Cameras.svelte') },
  devices: { group: 'setup', load: () => import('./access/Devices.svelte') },
  people: { group: 'setup', load: () => import('./access/People.svelte') },
  audit: { group: 'setup', load: () => import('./access/Audit.svelte') },
} satisfies Record<string, ChapterRow>
export type Chapter = keyof typeof rows

const isChapter = (name: string): name is Chapter => Object.hasOwn(rows, name)

export const chapters = Object.keys(rows).filter(isChapter)

export const chaptersOf = (group: Group): Chapter[] => chapters.filter((chapter) => rows[chapter].group === group)

export const loadChapter = async (chapter: Chapter): Promise<Component<ChapterProps>> =>
  (await rows[chapter].load()).default

/** `#forecast` opens the forecast, `#cameras/C1` the cameras; anything else the first chapter. */
export const chapterOf = (hash: string): Chapter => {
  const [name = ''] = hash.slice(1).split('/')
  return isChapter(name) ? name : 'advice'
}

/** What is opened in the chapter: `C1` of `#cameras/C1`. */
export const openedIn = (hash: string): string | undefined => hash.split('/')[1] || undefined
