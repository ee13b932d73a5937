/** The chapters of the managers' screen; the part of the address after `#` names the one that is open. */
export const chapters = ['advice', 'forecast', 'robots', 'appointments', 'estimate', 'rules'] as const
export type Chapter = (typeof chapters)[number]

/** `#forecast` opens the forecast; anything else the first chapter. */
export const chapterOf = (hash: string): Chapter => chapters.find((chapter) => hash === `#${chapter}`) ?? chapters[0]
