import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { KioskId, PrinterId } from '#contracts/ids.ts'
import { SiteFile } from '#contracts/siteChecks.ts'
import { permissions } from '#server/identity/permissions.ts'
import type { Role } from '#server/identity/roles.ts'
import { keyOf, type Route } from '#server/routes/route.ts'
import { routes } from '#server/routes/table.ts'
import { asDevice, asPerson } from '../../support/identity.ts'
import { type OpenedHouse, openHouse } from '../../support/openHouse.ts'
import { smallSite } from '../../support/smallSite.ts'

const ids: Record<string, string> = {
  ticketId: '20261123-A001',
  windowId: 'W1',
  alertId: 'L0001',
  cardId: 'K0001',
  robotId: 'R1',
  missionId: 'M0001',
  code: '123456',
}
/** What a kiosk is, whose a deed of staff is. */
const elsewhere = { windowId: 'W2', kioskId: 'K2', printerId: 'P2', leased: { kioskId: 'K2' }, staffId: 'T2' }
type Place = keyof typeof elsewhere

const own = { windowId: 'W1', kioskId: 'K1', printerId: 'P1', leased: { kioskId: 'K1' } }

const places: readonly [Role, readonly Place[]][] = [
  ['window', ['windowId']],
  ['rating', ['windowId']],
  ['kiosk', ['kioskId', 'printerId', 'leased']],
  ['tablet', ['staffId']],
  ['staff', ['staffId']],
]

let house: OpenedHouse
const headers: Partial<Record<Role, Record<string, string>>> = {}
/** The numbers of those who may say one. */
const staffIds: Partial<Record<Role, string>> = {}
beforeAll(async () => {
  const printer = (printerId: string) => ({ printerId: PrinterId.parse(printerId), host: '127.0.0.1', port: 1 })
  const kiosk = (n: number) => ({ kioskId: KioskId.parse(`K${n}`), printerId: PrinterId.parse(`P${n}`) })
  const site = { ...smallSite(), printers: [printer('P1'), printer('P2')], kiosks: [kiosk(1), kiosk(2)] }
  house = await openHouse({ site: SiteFile.parse(site) })
  const { identity } = house
  headers.window = (await asDevice(identity, { kind: 'window', place: 'W1' })).headers
  headers.rating = (await asDevice(identity, { kind: 'rating', place: 'W1' })).headers
  headers.kiosk = (await asDevice(identity, { kind: 'kiosk', place: 'K1' })).headers
  const [tablet, person] = [await asDevice(identity, { kind: 'tablet' }), await asPerson(identity, 'staff')]
  headers.tablet = tablet.headers
  headers.staff = person.headers
  staffIds.tablet = tablet.device.deviceId
  staffIds.staff = person.personId
  await asDevice(identity, { kind: 'tablet' })
})
afterAll(() => house.close())

/** A change that says `where` in its path or its body. */
const says = ({ method, path, takes }: Route, where: Place): boolean =>
  method !== 'get' && (path.includes(`:${where}`) || (where !== 'windowId' && where in takes.shape))

const pathOf = ({ path }: Route, where: Partial<typeof elsewhere>): string =>
  path.replaceAll(/:(\w+)/g, (_, name: string) => String({ ...ids, ...where }[name] ?? 'X1'))

const codeOf = async (role: Role, route: Route, where: Partial<typeof elsewhere>): Promise<string> => {
  const body = { zoneId: 'Z1', role: 'guide', ...where }
  const answer = await house.ask(route.method.toUpperCase(), pathOf(route, where), body, headers[role])
  return answer.ok ? 'done' : (await answer.json()).code
}

/** Every route that a placed role may do and that says where, with the place it says. */
const walks = (): { role: Role; route: Route; where: Place }[] =>
  places.flatMap(([role, wheres]) =>
    routes.flatMap((route) => {
      const permit = permissions[keyOf(route)]
      const may = Array.isArray(permit) && permit.includes(role)
      return wheres.filter((where) => may && says(route, where)).map((where) => ({ role, route, where }))
    }),
  )

describe('the right role in the wrong place', () => {
  it('is let in nowhere, and in its own place everywhere', async () => {
    const wrong: string[] = []
    for (const { role, route, where } of walks()) {
      const there = await codeOf(role, route, { [where]: elsewhere[where] })
      const here = await codeOf(role, route, { [where]: { ...own, staffId: staffIds[role] }[where] })
      if (there !== 'notAllowed') wrong.push(`${role} as ${where} elsewhere at ${keyOf(route)}: ${there}`)
      if (here === 'notAllowed') wrong.push(`${role} as its ${where} at ${keyOf(route)}: ${here}`)
    }
    expect(wrong).toEqual([])
    expect([...new Set(walks().map(({ role }) => role))]).toEqual(places.map(([role]) => role))
    expect(walks().length).toBeGreaterThan(40)
  })
})

describe('a kiosk', () => {
  it('prints and sets numbers aside as itself without saying so', async () => {
    const lease = await house.ask('POST', '/api/numbers/lease', { letter: 'A', count: 1 }, headers.kiosk)
    expect(await lease.json()).toMatchObject({ lease: { kioskId: 'K1' } })
    const print = await house.ask('POST', '/api/tickets/20261123-A001/print', {}, headers.kiosk)
    expect(await print.json()).toMatchObject({ code: 'unknownTicket' })
  })

  it('paired as none in particular is none that the hall knows', async () => {
    const { headers: unnamed } = await asDevice(house.identity, { kind: 'kiosk' })
    const lease = async (kioskId: string) =>
      (await house.ask('POST', '/api/numbers/lease', { kioskId, letter: 'A', count: 1 }, unnamed)).status
    expect([await lease('K2'), await lease('kiosk-5c1f')]).toEqual([403, 200])
    await asDevice(house.identity, { kind: 'kiosk', place: 'kiosk-5c1f' })
    expect(await lease('kiosk-5c1f')).toBe(403)
  })
})

describe('a window’s pad', () => {
  const post = async (path: string, body: object, who = headers.window) =>
    (await (await house.ask('POST', path, body, who)).json()).code ?? 'done'

  it('sends on no visitor of another window, and its own', async () => {
    await house.ask('POST', '/api/tickets', { serviceIds: ['social'], lane: 'walkIn' })
    const there = (await asDevice(house.identity, { kind: 'window', place: 'W2' })).headers
    for (const who of [headers.window, there]) await post(`/api/windows/${who === there ? 'W2' : 'W1'}/open`, {}, who)
    expect(await post('/api/windows/W2/call-next', {}, there)).toBe('done')
    const ticket = house.mirror.all('ticket').find((record) => record.ticket.state === 'called')
    const path = `/api/tickets/${ticket?.id}`
    for (const deed of ['cancel', 'requeue', 'transfer', 'park', 'recall'])
      expect([deed, await post(`${path}/${deed}`, {})]).toEqual([deed, 'notAllowed'])
    expect(await post('/api/windows/W2/start', {}, there)).toBe('done')
    expect(await post(`${path}/park`, {}, there)).toBe('done')
  })

  it('sends robots from itself and to itself', async () => {
    const send = (from: string, to: string) => post('/api/missions', { kind: 'delivery', from, to })
    expect(await send('W2', 'W3')).toBe('notAllowed')
    expect([await send('W1', 'W1'), await send('W2', 'W1')]).not.toContain('notAllowed')
  })
})
