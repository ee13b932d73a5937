/** Where somebody goes with a number, and how services are listed. */
import { describe, expect, it } from 'vitest'
import type { WindowId } from '#contracts/ids.ts'
import type { ServiceWindow } from '#contracts/windows.ts'
import { departmentsOf } from '#dashboard/kiosk/departments.ts'
import { guideDesk, whereTo } from '#dashboard/kiosk/whereTo.ts'
import { smallSite } from '#test/support/smallSite.ts'

const site = smallSite()
const desk = (windowId: string, state: ServiceWindow['state'], services: readonly string[]): ServiceWindow => ({
  windowId: windowId as WindowId,
  state,
  serviceIds: site.services.flatMap(({ serviceId }) => (services.includes(serviceId) ? serviceId : [])),
  since: 0,
})

describe('telling where to go', () => {
  it('names the seats, their floor and the windows that do it now', () => {
    const place = whereTo(site, [desk('W1', 'open', ['social']), desk('W2', 'closed', ['social'])], 'social')
    expect(place.zone?.zoneId).toBe('Z1')
    expect(place.floor?.floorId).toBe('F1')
    expect(place.labels).toEqual(['1'])
  })

  it('counts a paused window: it goes on soon', () =>
    expect(whereTo(site, [desk('W2', 'paused', ['social'])], 'social').labels).toEqual(['2']))

  it('leaves out an open window that does other things now', () =>
    expect(whereTo(site, [desk('W1', 'open', ['tax']), desk('W2', 'open', ['social'])], 'social').labels).toEqual([
      '2',
    ]))

  it('names all windows that can do it while none is open', () =>
    expect(whereTo(site, [], 'social').labels).toEqual(['1', '2']))

  it('takes the floor of the windows for a service without seats', () => {
    const bare = { ...site, services: site.services.map(({ zoneId: _, ...service }) => service) }
    const place = whereTo(bare, [], 'tax')
    expect(place.zone).toBeUndefined()
    expect(place.floor?.floorId).toBe('F1')
  })

  it('knows that a hall may have no guide desk', () => expect(guideDesk(site)).toBeUndefined())
})

describe('listing services', () => {
  it('puts those of one department together, in the order of the site', () => {
    const [social, tax] = site.services
    if (!social || !tax) throw new Error('the small site has two services')
    const departments = departmentsOf([social, tax, { ...social, names: { zh: '医保', en: 'Medical' } }])
    expect(departments.map(({ names }) => names.en)).toEqual(['Labour', 'Tax office'])
    expect(departments[0]?.services.map(({ names }) => names.en)).toEqual(['Social card', 'Medical'])
  })
})
