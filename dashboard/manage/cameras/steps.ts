/** The steps of setting a camera up, in the order in which they are done, and which of them want doing. */
import { isFloorHalfDone, lacksIn, type Sketch } from './sketch.ts'

export const steps = ['record', 'areas', 'floor', 'people'] as const
export type Step = (typeof steps)[number]

export const isUndone = (step: Step, sketch: Sketch): boolean => {
  const lacks = lacksIn(sketch)
  switch (step) {
    case 'record':
      return lacks.some((lack) => lack !== 'zones')
    case 'areas':
      return lacks.includes('zones')
    case 'floor':
      return isFloorHalfDone(sketch)
    case 'people':
      return false
  }
}
