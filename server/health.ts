/** How every part of the system is, with the age of its last sign of life. */
import { SECOND } from '#contracts/durations.ts'
import type { HealthAnswer, PartHealth } from './answers.ts'
import type { House } from './house.ts'

/** The hall's clock beats once a second; after so many without one it is not known to live. */
const MISSED_BEATS = 5

const RANK = { fine: 0, unknown: 1, attention: 2, urgent: 3 } as const

const worst = (parts: readonly PartHealth[]): PartHealth['state'] =>
  parts.reduce<PartHealth['state']>((state, part) => (RANK[part.state] > RANK[state] ? part.state : state), 'fine')

const hallPart = ({ mirror, clock }: House): PartHealth => {
  const beat = mirror.readings('beat')[0]
  if (!beat) return { partId: 'hall', state: 'unknown', detail: 'the hall has not told the time yet' }
  const ageSeconds = (clock.now() - beat.at) / SECOND
  return ageSeconds > MISSED_BEATS
    ? { partId: 'hall', state: 'urgent', ageSeconds, detail: 'the hall has fallen silent' }
    : { partId: 'hall', state: 'fine', ageSeconds }
}

/** What the edge says of its parts holds only while the edge is heard. */
const edgeParts = ({ mirror, clock }: House, heard: boolean): PartHealth[] =>
  mirror.readings('part').map(({ at, reading: { partId, state, detail } }) => ({
    partId,
    state: heard ? state : 'unknown',
    ...(detail !== undefined && { detail }),
    ageSeconds: (clock.now() - at) / SECOND,
  }))

const databasePart = async ({ past }: House): Promise<PartHealth> =>
  (await past.answers())
    ? { partId: 'database', state: 'fine', ageSeconds: 0 }
    : { partId: 'database', state: 'attention', detail: 'the database does not answer; the hall goes on without it' }

export const healthOf = async (house: House): Promise<HealthAnswer> => {
  const { hallId, mirror, live, recorder, telling } = house
  const hall = hallPart(house)
  const recording = recorder ? [recorder.part()] : []
  const own = [hall, await databasePart(house), ...recording, ...telling.parts()]
  const parts = [...own, ...edgeParts(house, hall.state !== 'urgent')]
  return {
    hallId,
    state: worst(parts),
    seq: mirror.seq(),
    liveClients: live.clients(),
    recorderLag: recorder?.lag() ?? 0,
    parts,
  }
}
