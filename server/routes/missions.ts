/** Missions: sending a robot, handing over, looking what became of it, calling it off, having papers brought back. */
import { z } from 'zod'
import { CancelMission, ConfirmHandover, RequestMission } from '#contracts/floorCommands.ts'
import type { MissionId } from '#contracts/ids.ts'
import type { Mission } from '#contracts/missions.ts'
import { MissionAnswer, MissionsAnswer } from '../answers.ts'
import type { House } from '../house.ts'
import { missionWaits } from '../words/waits.ts'
import { send } from './commanding.ts'
import { deed, touched } from './deed.ts'
import { look } from './look.ts'
import { type Answer, malformed, no, type Route, yes } from './route.ts'

const OfMission = CancelMission.pick({ missionId: true })

const known = async ({ mirror, past, recorder }: House, missionId: MissionId): Promise<Mission | undefined> => {
  const here = mirror.record('mission', missionId)
  if (here) return here.mission
  await recorder?.caughtUp()
  return past.mission(missionId)
}

const withWaits = ({ mission }: { mission: Mission }, { mirror }: House): z.output<typeof MissionAnswer> => {
  const waits = missionWaits(mission, (robotId) => mirror.record('robot', robotId)?.robot)
  return { mission, ...(waits && { waits }) }
}

const ofMission = (name: string, summary: string, command: typeof CancelMission | typeof ConfirmHandover): Route =>
  deed({
    path: `/api/missions/:missionId/${name}`,
    summary,
    command,
    by: 'staff',
    subject: 'mission',
    gives: MissionAnswer,
    show: withWaits,
  })

const returning: Route = {
  method: 'post',
  path: '/api/missions/:missionId/return',
  summary: 'Have the papers that were delivered brought back to where they came from.',
  takes: OfMission,
  gives: MissionAnswer,
  status: 201,
  answer: async (house, asked, id, who): Promise<Answer<z.output<typeof MissionAnswer>>> => {
    const parsed = OfMission.safeParse(asked)
    if (!parsed.success) return malformed(parsed.error)
    const { missionId } = parsed.data
    const delivered = await known(house, missionId)
    if (!delivered) return no({ code: 'unknownMission', missionId })
    const { kind, state, from, to, note, ticketId } = delivered
    if (state !== 'delivered' || kind === 'guide') return no({ code: 'nothingToReturn', missionId, kind, state })
    const back = { kind: 'return' as const, from: to, to: from, priority: 0 }
    const command = { type: 'requestMission' as const, ...back, ...(note && { note }), ...(ticketId && { ticketId }) }
    const receipt = await send(house, { id, by: who.by('staff'), command })
    if (!receipt.ok) return receipt
    const record = touched(house, 'mission', command, receipt.body)
    return record ? yes(withWaits(record, house)) : no({ code: 'keyReused' })
  },
}

export const missionRoutes: readonly Route[] = [
  deed({
    path: '/api/missions',
    summary: 'Send papers with a robot, or have it guide somebody. A guide with a ticket leads to its window.',
    command: RequestMission,
    by: 'staff',
    subject: 'mission',
    gives: MissionAnswer,
    status: 201,
    show: withWaits,
  }),
  look({
    path: '/api/missions',
    summary: 'The missions of today, and those still open from before.',
    takes: z.object({}),
    gives: MissionsAnswer,
    find: ({ mirror }) => yes({ missions: mirror.all('mission').map(({ mission }) => mission) }),
  }),
  look({
    path: '/api/missions/:missionId',
    summary: 'A mission and, while it does not go on, why.',
    takes: OfMission,
    gives: MissionAnswer,
    find: async (house, { missionId }) => {
      const mission = await known(house, missionId)
      return mission ? yes(withWaits({ mission }, house)) : no({ code: 'unknownMission', missionId })
    },
  }),
  ofMission(
    'confirm',
    'The robot that stands there has been loaded, or what it brings has been taken.',
    ConfirmHandover,
  ),
  ofMission(
    'cancel',
    'Call a mission off. A robot on its way is told to stop; it is over when the robot says so.',
    CancelMission,
  ),
  returning,
]
