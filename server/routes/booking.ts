/** Booking an appointment: the one command whose name of the new thing is drawn here, not counted by the hall. */

import type { z } from 'zod'
import { appointmentAfter } from '#contracts/appointmentLife.ts'
import type { Appointment } from '#contracts/appointments.ts'
import type { CommandId } from '#contracts/ids.ts'
import { BookAppointment } from '#contracts/ticketCommands.ts'
import { AppointmentAnswer } from '../answers.ts'
import { drawCode } from '../code.ts'
import type { House } from '../house.ts'
import { type Accepted, send } from './commanding.ts'
import { type Answer, malformed, no, type Route, yes } from './route.ts'

const Wish = BookAppointment.omit({ code: true })

/** With a hundred thousand appointments at once, one draw in a thousand hits one of them. */
const MOST_DRAWS = 5

const book = async (
  house: House,
  wish: z.output<typeof Wish>,
  key: CommandId,
  by: string,
  draw = 0,
): Promise<Answer<Accepted>> => {
  const { code, id } = drawCode(house.hallId, key, draw)
  const receipt = await send(house, { id, by, command: { ...wish, code } })
  const taken = !receipt.ok && receipt.complaint.code === 'codeTaken'
  return taken && draw + 1 < MOST_DRAWS ? book(house, wish, key, by, draw + 1) : receipt
}

export const booking: Route = {
  method: 'post',
  path: '/api/appointments',
  summary: 'Book a slot. The code is what the visitor shows on arrival: keep it, and draw the key at random.',
  takes: Wish,
  gives: AppointmentAnswer,
  status: 201,
  answer: async (house, asked, id, who): Promise<Answer<z.output<typeof AppointmentAnswer>>> => {
    const parsed = Wish.safeParse({ ...asked, type: 'bookAppointment' })
    if (!parsed.success) return malformed(parsed.error)
    const receipt = await book(house, parsed.data, id, who.by('staff'))
    if (!receipt.ok) return receipt
    const appointment = receipt.body.facts.reduce<Appointment | undefined>(appointmentAfter, undefined)
    return appointment ? yes({ appointment }) : no({ code: 'keyReused' })
  },
}
