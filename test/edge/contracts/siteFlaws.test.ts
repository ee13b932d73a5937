import { describe, expect, it } from 'vitest'
import { checkSite } from '#contracts/siteChecks.ts'
import { smallSite } from '#test/support/smallSite.ts'

type Loose = Record<string, unknown>
type LooseSite = Loose & Record<'services' | 'windows' | 'cameras', Loose[]>
const site = (): LooseSite => JSON.parse(JSON.stringify(smallSite()))

/** Codes and facts by path. */
const flawsOf = (change: (file: LooseSite) => void) => {
  const file = site()
  change(file)
  return Object.fromEntries(checkSite(file).flaws.map(({ path, code, facts }) => [path, [code, facts]]))
}

describe('a flaw of a site file', () => {
  it('says by its code what a value should be', () => {
    const flaws = flawsOf((file) => {
      const [first, second] = file.services
      Object.assign(first ?? {}, { usualMinutes: 'x', letter: 'ab', dailyLimit: 1.5 })
      Object.assign(second ?? {}, { usualMinutes: -1, names: { zh: '税' }, serviceId: 'A B' })
      Object.assign(file.windows[0] ?? {}, { serviceIds: [] })
      Object.assign(file, {
        timeZone: 'Mars',
        queue: { lanes: 'fair', undoSeconds: 99, priorityFactor: 0 },
        hours: { monday: [{ from: '25:00', until: '26:00' }], holidays: ['soon'] },
        printers: [{ printerId: 'P1', host: '8.8.8.8' }],
        fleet: { battery: { criticalPercent: 90 } },
      })
    })
    expect(flaws).toMatchObject({
      'services[0].usualMinutes': ['type', { expected: 'number' }],
      'services[0].letter': ['letter', {}],
      'services[0].dailyLimit': ['type', { expected: 'int' }],
      'services[1].usualMinutes': ['moreThan', { least: 0 }],
      'services[1].names.en': ['missing', {}],
      'services[1].serviceId': ['id', {}],
      'windows[0].serviceIds': ['tooFew', { of: 'array', least: 1 }],
      timeZone: ['timeZone', {}],
      'queue.lanes': ['notOneOf', { options: ['timeCredit', 'strict', 'ratio', 'accumulating'] }],
      'queue.undoSeconds': ['atMost', {}],
      'queue.priorityFactor': ['atLeast', { least: 1 }],
      'hours.monday[0].from': ['clock', {}],
      'hours.holidays[0]': ['day', {}],
      'printers[0].host': ['ownNetwork', {}],
      'fleet.battery': ['batteryOrder', {}],
    })
  })

  it('says by its code what does not fit together', () => {
    const backwards = { hours: { monday: [{ from: '12:00', until: '11:00' }] } }
    expect(flawsOf((file) => Object.assign(file, backwards))).toEqual({ 'hours.monday[0]': ['spanBackwards', {}] })
    const flaws = flawsOf((file) => {
      file.services.push({ ...file.services[0], serviceId: 'lonely' }, { ...file.services[0] })
      Object.assign(file.windows[0] ?? {}, { helpIds: ['lonely'], serviceIds: ['social', 'none'] })
      Object.assign(file.cameras[0] ?? {}, { width: 2 })
    })
    expect(Object.values(flaws).map(([code]) => code)).not.toContain('other')
    expect(flaws).toMatchObject({
      'services[3].serviceId': ['taken', { id: 'social' }],
      'services[2].serviceId': ['unserved', { id: 'lonely' }],
      'windows[0].serviceIds[1]': ['unknown', { id: 'none', list: 'services' }],
      'windows[0].helpIds[0]': ['helpUndone', { id: 'lonely' }],
      'cameras[0].zones[0]': ['outline', { of: 'zone' }],
    })
  })
})
