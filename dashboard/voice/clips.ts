/** The clips of the voice as sound, each fetched once: the operator's own where there is one, else the hall's. */
import type { Language } from '#contracts/languages.ts'
import type { Clip } from './planning.ts'
import { voiceTexts } from './texts.ts'

export interface Clips {
  /** Resolves once all of them are here; one that cannot be had is left silent, and is asked for again next time. */
  fetch(clips: readonly Clip[]): Promise<void>
  sound(clip: Clip): AudioBuffer | undefined
}

export const pathOf = ({ language, name }: Clip): string =>
  language === undefined ? `/voice/${name}` : `/voice/${language}/${name}`

/** All that a language can say. */
export const clipsOf = (language: Language): Clip[] => {
  const { phrases } = voiceTexts[language]
  const signs = [...'0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ']
  return [...Object.keys(phrases), ...signs].map((name) => ({ language, name }))
}

export const openClips = (context: BaseAudioContext): Clips => {
  const sounds = new Map<string, AudioBuffer>()
  const fetchOne = async (path: string): Promise<void> => {
    if (sounds.has(path)) return
    try {
      const response = await fetch(path)
      if (response.ok) sounds.set(path, await context.decodeAudioData(await response.arrayBuffer()))
    } catch {
      // Silent this time.
    }
  }
  return {
    fetch: async (clips) => {
      await Promise.all([...new Set(clips.map(pathOf))].map(fetchOne))
    },
    sound: (clip) => sounds.get(pathOf(clip)),
  }
}
