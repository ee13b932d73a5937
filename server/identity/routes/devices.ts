/** Devices: asking to be let in, approving, pairing, revoking. */
import { z } from 'zod'
import { MINUTE } from '#contracts/durations.ts'
import { look } from '../../routes/look.ts'
import { type Answer, malformed, no, type Route, yes } from '../../routes/route.ts'
import {
  ApprovedAnswer,
  DeviceAnswer,
  DeviceKindName,
  DevicesAnswer,
  PairAnswer,
  PairingAskedAnswer,
  PairingCodeAnswer,
} from '../answers.ts'
import { pairing, shown } from './pairing.ts'
import { flawsOf } from './placing.ts'

const CODE_LIFE = 10 * MINUTE

const Place = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9_.-]{0,63}$/, 'letters, digits, dot, dash and underscore')
const Wish = z.object({ kind: DeviceKindName, place: Place.optional(), label: z.string().trim().max(64).optional() })
const Approval = Wish.partial({ kind: true }).extend({ code: z.string().min(1) })
const OfDevice = z.object({ deviceId: z.string().min(1) })

const asking: Route = {
  method: 'post',
  path: '/api/devices/ask',
  summary:
    'A screen that is not let in yet asks to be: it shows the code, which a manager approves within ten minutes.',
  takes: Wish.pick({ kind: true, place: true }),
  gives: PairingAskedAnswer,
  status: 201,
  answer: async ({ identity }, asked): Promise<Answer<z.output<typeof PairingAskedAnswer>>> => {
    const parsed = Wish.pick({ kind: true, place: true }).safeParse(asked)
    return parsed.success ? yes(identity.pairings.ask(parsed.data)) : malformed(parsed.error)
  },
}

const approving: Route = {
  method: 'post',
  path: '/api/devices/approve',
  summary: 'Let in the screen that shows this code, as what it asked to be or as something else.',
  takes: Approval,
  gives: ApprovedAnswer,
  status: 200,
  answer: async (house, asked): Promise<Answer<z.output<typeof ApprovedAnswer>>> => {
    const parsed = Approval.safeParse(asked)
    if (!parsed.success) return malformed(parsed.error)
    const { code, kind, place, label } = parsed.data
    const { pairings } = house.identity
    const wished = pairings.wishOf(code)
    if (!wished) return no({ code: 'codeUnknown' })
    const wish = { kind: kind ?? wished.kind, place: place ?? wished.place, label }
    const flaws = flawsOf(house, wish)
    if (flaws.length > 0) return no({ code: 'malformed', flaws })
    await pairings.approve(code, wish)
    return yes({ approved: wish })
  },
}

const coding: Route = {
  method: 'post',
  path: '/api/devices/codes',
  summary: 'A code by which one device pairs at once, within ten minutes.',
  takes: Wish,
  gives: PairingCodeAnswer,
  status: 201,
  answer: async (house, asked): Promise<Answer<z.output<typeof PairingCodeAnswer>>> => {
    const parsed = Wish.safeParse(asked)
    if (!parsed.success) return malformed(parsed.error)
    const flaws = flawsOf(house, parsed.data)
    return flaws.length > 0
      ? no({ code: 'malformed', flaws })
      : yes(house.identity.pairings.offer(parsed.data, CODE_LIFE))
  },
}

const pairingRoute: Route = {
  method: 'post',
  path: '/api/devices/pair',
  summary:
    'Pair with a code made before, or with the secret of a code on a screen: `waiting` until that is approved. Wrong codes are counted by address, five a minute.',
  takes: z.object({ code: z.string().min(1) }),
  gives: PairAnswer,
  status: 200,
  answer: pairing,
}

const revoking: Route = {
  method: 'delete',
  path: '/api/devices/:deviceId',
  summary: 'Shut a device out. Its open screens close within a second; a machine gets another password on the bus.',
  takes: OfDevice,
  gives: DeviceAnswer,
  status: 200,
  answer: async ({ identity }, asked): Promise<Answer<z.output<typeof DeviceAnswer>>> => {
    const parsed = OfDevice.safeParse(asked)
    if (!parsed.success) return malformed(parsed.error)
    const { deviceId } = parsed.data
    const device = await identity.devices.revoke(deviceId)
    return device ? yes({ device: shown(device) }) : no({ code: 'unknownDevice', deviceId })
  },
}

export const deviceRoutes: readonly Route[] = [
  look({
    path: '/api/devices',
    summary: 'All devices that were ever paired, also those shut out.',
    takes: z.object({}),
    gives: DevicesAnswer,
    find: ({ identity }) => yes({ devices: identity.devices.all().map(shown) }),
  }),
  asking,
  approving,
  coding,
  pairingRoute,
  revoking,
]
