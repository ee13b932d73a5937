/** How people are looked after now: who needs somebody, who is on duty, and what the outside has yet to be told. */
import { StaffRole } from '#contracts/cards.ts'
import { byState, type Measured, type Measuring } from './measuring.ts'

export const careMeasures = ({ gauge }: Measuring, { mirror, telling }: Measured): void => {
  gauge('alerts', 'People to help, by state.', ['state'], () =>
    byState(
      ['open', 'accepted'],
      mirror.all('alert').map(({ alert }) => alert),
    ),
  )
  gauge('cards', 'What floor staff is told of, one for each zone and cause, by state.', ['state'], () =>
    byState(
      ['gathering', 'open', 'accepted'],
      mirror.all('card').map(({ card }) => card),
    ),
  )
  gauge('outside_waiting_cards', 'Cards that a webhook has yet to be told of.', ['webhook'], () =>
    telling.waiting().map(({ partId, cards }) => [{ webhook: partId }, cards]),
  )
  gauge('staff_on_duty', 'Floor staff on duty, by role.', ['role'], () => {
    const staff = mirror.all('staff').map((record) => record.staff)
    return StaffRole.options.map((role) => [{ role }, staff.filter((member) => member.role === role).length])
  })
}
