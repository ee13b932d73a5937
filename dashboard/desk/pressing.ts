/** What a pressed key stands for: one deed at most, and only for the first moment in which it is down. */
import { type Deed, type DeskSight, isPossible, keys } from './deeds.ts'

export interface Press {
  readonly key: string
  readonly repeat: boolean
  readonly altKey: boolean
  readonly ctrlKey: boolean
  readonly metaKey: boolean
  readonly shiftKey: boolean
}

/** `F5`, `Shift+F5`, `Ctrl+Z`; the command key of a Mac is its Ctrl. */
export const chordOf = ({ key, altKey, ctrlKey, metaKey, shiftKey }: Press): string =>
  [(ctrlKey || metaKey) && 'Ctrl', altKey && 'Alt', shiftKey && 'Shift', key.length === 1 ? key.toUpperCase() : key]
    .filter(Boolean)
    .join('+')

const isDeed = (name: string): name is Deed => Object.hasOwn(keys, name)

/** Whether the key is ours, so that the browser must not search, reload or open its help. */
export const isOurs = (press: Press, others: readonly string[] = []): boolean =>
  [...Object.values(keys), ...others].includes(chordOf(press))

export const deedOf = (press: Press, sight: DeskSight): Deed | undefined =>
  press.repeat
    ? undefined
    : Object.keys(keys)
        .filter(isDeed)
        .find((deed) => keys[deed] === chordOf(press) && isPossible(deed, sight))

/** A double click counts as one: by the second, the same place may hold another deed. */
export const once =
  (deed: () => void) =>
  ({ detail }: { readonly detail: number }): void => {
    if (detail < 2) deed()
  }

/** As it is printed on a button. */
export const keySaid = (chord: string): string => chord.replace('Shift+', '⇧').replace('Ctrl+', 'Ctrl ')

/** Leads to the papers and back. */
export const PAPERS_KEY = 'F9'
/** Leads to where a number is typed. */
export const FIND_KEY = 'F10'
/** Says that the papers are on the robot before the window, or have been taken from it. */
export const HANDOVER_KEY = 'Shift+F9'
