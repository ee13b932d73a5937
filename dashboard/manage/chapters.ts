/** The chapters of the managers' screen; the part of the address after `#` names the one that is open. */
export const chapters = ['advice', 'forecast', 'robots', 'cameras', 'appointments', 'estimate', 'rules'] as const
export type Chapter = (typeof chapters)[number]

/** `#forecast` opens the forecast, `#cameras/C1` the cameras; anything else the first chapter. */
export const chapterOf = (hash: string): Chapter =>
  chapters.find((chapter) => hash.split('/')[0] === `#${chapter}`) ?? chapters[0]

/** What is opened in the chapter: `C1` of `#cameras/C1`. */
export const openedIn = (hash: string): string | undefined => hash.split('/')[1] || undefined
