/** Duty: who of the floor staff is there, in which role and where. Numbers and tablets, never names. */
import { z } from 'zod'
import { BeginDuty, EndDuty, MoveDuty } from '#contracts/careCommands.ts'
import type { PersonCommand } from '#contracts/commands.ts'
import { OffDutyAnswer, StaffAnswer, StaffListAnswer } from '../careAnswers.ts'
import type { House } from '../house.ts'
import { commanding } from './commanding.ts'
import { deed } from './deed.ts'
import { look } from './look.ts'
import { keyOf, type Route, yes } from './route.ts'

const who = (command: PersonCommand): string =>
  'staffId' in command && command.staffId !== undefined ? command.staffId : 'staff'

const ofStaff = (name: string, summary: string, command: typeof BeginDuty | typeof MoveDuty): Route =>
  deed({
    path: `/api/staff/:staffId/${name}`,
    summary,
    command,
    by: who,
    subject: 'staff',
    gives: StaffAnswer,
    show: ({ staff }) => ({ staff }),
  })

/**
 * As `S12: T2 → T1`, by what they asked before and by what now, their own number where it is no tablet; as `T1: S7 → S12`,
 * who had the tablet before.
 */
const handsChanged = ({ mirror }: House, { staffId, tabletId }: Record<string, unknown>): string[] => {
  const staff = mirror.all('staff').map((record) => record.staff)
  const member = staff.find((one) => one.staffId === staffId)
  const holder = staff.find((one) => tabletId !== undefined && one.tabletId === tabletId)
  const [before, after] = [member?.tabletId ?? staffId, tabletId ?? staffId]
  return [
    ...(member && before !== after ? [`${staffId}: ${before} → ${after}`] : []),
    ...(holder && holder.staffId !== staffId ? [`${tabletId}: ${holder.staffId} → ${staffId}`] : []),
  ]
}

/** A number that changes its tablet, or a tablet its holder, stands in the register of deeds. */
const registered = (route: Route): Route => ({
  ...route,
  answer: async (house, asked, id, who) => {
    const changes = handsChanged(house, asked)
    const answer = await route.answer(house, asked, id, who)
    const { role = 'visitor', by = '' } = who.badge ?? {}
    const address = who.bearing.address ?? ''
    const deed = {
      by: role === 'tablet' ? String(asked.tabletId) : by,
      role,
      what: keyOf(route),
      address,
      outcome: 'done',
    }
    if (answer.ok) for (const subject of changes) house.identity.audit.note({ ...deed, subject })
    return answer
  },
})

export const dutyRoutes: readonly Route[] = [
  look({
    path: '/api/staff',
    summary: 'Who is on duty on the floor.',
    takes: z.object({}),
    gives: StaffListAnswer,
    find: ({ mirror }) => yes({ staff: mirror.all('staff').map(({ staff }) => staff) }),
  }),
  registered(
    ofStaff(
      'duty',
      'Begin duty, or change the role, the place or the tablet. Who went on duty with this tablet before goes off duty.',
      BeginDuty,
    ),
  ),
  ofStaff('duty/move', 'Be somewhere else in the hall from now on.', MoveDuty),
  commanding({
    path: '/api/staff/:staffId/duty/end',
    summary: 'Go off duty; what was accepted and not ended goes to somebody else.',
    command: EndDuty,
    by: who,
    gives: OffDutyAnswer,
    tell: (_, asked) => OffDutyAnswer.parse(asked),
  }),
]
