/** Duty: who of the floor staff is there, in which role and where. Numbers and tablets, never names. */
import { z } from 'zod'
import { BeginDuty, EndDuty, MoveDuty } from '#contracts/careCommands.ts'
import type { PersonCommand } from '#contracts/commands.ts'
import { OffDutyAnswer, StaffAnswer, StaffListAnswer } from '../careAnswers.ts'
import { commanding } from './commanding.ts'
import { deed } from './deed.ts'
import { look } from './look.ts'
import { type Route, yes } from './route.ts'

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

export const dutyRoutes: readonly Route[] = [
  look({
    path: '/api/staff',
    summary: 'Who is on duty on the floor.',
    takes: z.object({}),
    gives: StaffListAnswer,
    find: ({ mirror }) => yes({ staff: mirror.all('staff').map(({ staff }) => staff) }),
  }),
  ofStaff('duty', 'Begin duty, or change the role or the place.', BeginDuty),
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
