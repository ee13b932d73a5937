/** Pairing: a code or a secret is handed in, a token is handed out, once. */
import { z } from 'zod'
import type { House } from '../../house.ts'
import { type Answer, malformed, no, type Route, yes } from '../../routes/route.ts'
import type { DeviceShown, PairAnswer } from '../answers.ts'
import { devicesCookie, deviceTokensOf } from '../cookies.ts'
import type { DeviceWish } from '../devices.ts'
import { isMachine } from '../roles.ts'
import type { Device } from '../store.ts'
import type { Who } from '../who.ts'

/** Nobody guesses a secret: only shorter codes are counted. */
const SECRET_LENGTH = 43
const Code = z.object({ code: z.string().min(1).max(64) })

export const shown = ({ tokenHash: _, place, label, revokedAt, ...device }: Device): DeviceShown => ({
  ...device,
  ...(place && { place }),
  ...(label && { label }),
  ...(revokedAt !== undefined && { revokedAt }),
})

/** What the same browser was before at the same place is that no more. */
const keptTokens = async ({ identity }: House, { kind, place }: DeviceWish, { bearing }: Who): Promise<string[]> => {
  const kept: string[] = []
  for (const token of deviceTokensOf(bearing)) {
    const device = identity.devices.deviceOf(token)
    if (!device) continue
    if (device.kind === kind && device.place === place) await identity.devices.revoke(device.deviceId)
    else kept.push(token)
  }
  return kept
}

const paired = async (house: House, wish: DeviceWish, who: Who): Promise<Answer<PairAnswer>> => {
  const { devices, deviceDesk } = house.identity
  const { kind, place } = wish
  const { device, token } = await devices.pair(wish)
  if (isMachine(kind)) {
    const mqtt = place === undefined ? undefined : deviceDesk?.credentialsOf(kind, place)
    return yes({ state: 'paired', device: shown(device), ...(mqtt && { mqtt }) })
  }
  const kept = await keptTokens(house, wish, who)
  return yes({ state: 'paired', device: shown(device), token }, [devicesCookie(who.bearing, [...kept, token])])
}

export const pairing: Route['answer'] = async (house, asked, _id, who): Promise<Answer<PairAnswer>> => {
  const parsed = Code.safeParse(asked)
  if (!parsed.success) return malformed(parsed.error)
  const { code } = parsed.data
  const { pairings, limits } = house.identity
  const address = who.bearing.address ?? ''
  const seconds = code.length === SECRET_LENGTH ? undefined : await limits.waitForCode(address)
  if (seconds !== undefined) return no({ code: 'tooMany', seconds })
  const fetched = pairings.take(code)
  if (fetched.state === 'waiting') return yes({ state: 'waiting' })
  if (fetched.state === 'ready') return paired(house, fetched.wish, who)
  await limits.wrongCode(address)
  return no({ code: 'codeUnknown' })
}
