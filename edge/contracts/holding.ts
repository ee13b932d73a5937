/** In whose hands a tablet is, and for whom it asks. */
import { StaffId } from './ids.ts'

/** The tablet that asks, or a person's own number: it may ask only for whoever holds it. Said by the server, never by a body. */
export const inHands = { tabletId: StaffId.optional().describe('Set by the server from who asks; ignored in a body.') }

export const asHolder = {
  staffId: StaffId.optional().describe('Who does it; without it whoever holds the tablet that asks.'),
  ...inHands,
}
