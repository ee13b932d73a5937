/** The public notice as the hall says it, and what of it is told once instead of once a camera. */
import type { Language, Names } from '#contracts/languages.ts'
import type { Instant } from '#contracts/time.ts'

/** Written by whoever answers for the camera, in their own language. */
export const fields = ['purpose', 'operator', 'legalBasis', 'assessment', 'contact'] as const
export type Field = (typeof fields)[number]

export type CameraSaid = { readonly [F in Field]?: string } & {
  readonly cameraId: string
  readonly floor: Names
  readonly zones: readonly { readonly names: Names }[]
  readonly inUse: boolean
  /** By a person, in the last 30 days; absent while nobody can say. */
  readonly looks?: { readonly count: number; readonly lastAt?: Instant }
}

export interface NoticeSaid {
  readonly hall: Names
  readonly model: string
  readonly measured: readonly Names[]
  readonly notDone: readonly Names[]
  readonly kept: readonly { readonly what: Names; readonly howLong: Names }[]
  readonly cameras: readonly CameraSaid[]
}

export const inUse = ({ cameras }: NoticeSaid): CameraSaid[] => cameras.filter((camera) => camera.inUse)

export interface Saying {
  readonly text: string
  /** Of whom it is said; empty when it is said of all. */
  readonly cameraIds: readonly string[]
}

/** What is said of these cameras in one field, the same words once. */
export const sayingsOf = (cameras: readonly CameraSaid[], field: Field): Saying[] => {
  const texts = [...new Set(cameras.flatMap((camera) => camera[field] ?? []))]
  return texts.map((text) => {
    const spoken = cameras.filter((camera) => camera[field] === text)
    return { text, cameraIds: spoken.length === cameras.length ? [] : spoken.map(({ cameraId }) => cameraId) }
  })
}

/** In whose letters it is written, as far as a font has to know: the records of a hall are seldom translated. */
export const lettersOf = (text: string, language: Language): Language =>
  language !== 'zh' && /\p{Script=Han}/u.test(text) ? 'zh' : language

/** All looks of the last 30 days together; nothing while of any camera nobody can say. */
export const looksAt = (cameras: readonly CameraSaid[]): { count: number; lastAt?: Instant } | undefined => {
  const looks = cameras.flatMap((camera) => camera.looks ?? [])
  if (looks.length < cameras.length) return undefined
  const lastAt = Math.max(0, ...looks.flatMap((look) => look.lastAt ?? []))
  return { count: looks.reduce((sum, { count }) => sum + count, 0), ...(lastAt > 0 && { lastAt }) }
}
