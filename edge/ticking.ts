/** The hall's pulse: the tick by which the core sees the time, and what it tells of journal and broker. */

import { SECOND } from '#contracts/durations.ts'
import { CommandId } from '#contracts/ids.ts'
import type { PartState } from '#contracts/readings.ts'
import type { Instant } from '#contracts/time.ts'
import type { Bus, Clock, EdgeHall, Log } from './ports.ts'

const SIGN_OF_LIFE = 5 * SECOND

/** Neither says anything of itself: that a tick went through, and that the broker is reached, are their signs of life. */
export const startTicking = (needs: { hall: EdgeHall; bus: Bus; clock: Clock; log: Log }): (() => void) => {
  const { hall, bus, clock, log } = needs
  let journal: PartState['state'] = 'fine'
  let told: Instant = 0

  const tellParts = (at: Instant): void => {
    told = at
    hall.pass({ type: 'part', partId: 'journal', state: journal })
    hall.pass({ type: 'part', partId: 'broker', state: bus.connected() ? 'fine' : 'urgent' })
  }
  const settle = (state: PartState['state'], at: Instant): void => {
    if (state !== journal || at - told >= SIGN_OF_LIFE) {
      journal = state
      tellParts(at)
    }
  }
  return clock.every(SECOND, () => {
    const at = clock.now()
    hall.pass({ type: 'beat' })
    hall.send({ id: CommandId.parse(`tick:${at}`), by: 'clock', command: { type: 'tick' } }).then(
      () => settle('fine', at),
      (error: unknown) => {
        log.error({ error }, 'a tick was lost')
        settle('urgent', at)
      },
    )
  })
}
