/** Why a number is not on paper. */
import type { Problem } from '../live/asks.ts'

export type Unprinted = 'none' | 'fails' | 'offline' | 'paperOut' | 'coverOpen' | 'timeout'

const TROUBLES: readonly Unprinted[] = ['offline', 'paperOut', 'coverOpen', 'timeout']

/** What the hall says of its printer, or that it could not be asked. */
export const troubleOf = ({ reason }: Problem): Unprinted => TROUBLES.find((trouble) => trouble === reason) ?? 'fails'
