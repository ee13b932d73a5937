/** The way of one ticket for several services. */

import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { SiteFile } from '#contracts/siteChecks.ts'
import { ServiceWindow } from '#contracts/windows.ts'
import { wayThrough } from '#dashboard/kiosk/way.ts'
import { smallSite } from '#test/support/smallSite.ts'

const site = smallSite()
const open = (windowId: string, ...serviceIds: string[]) =>
  ServiceWindow.parse({ windowId, state: 'open', serviceIds, since: 0 })

describe('the way of one ticket', () => {
  it('is one window where every window that may call does all of it', () =>
    expect(wayThrough(site, [open('W1', 'social', 'tax')], ['social', 'tax'])).toEqual({
      stops: [{ serviceIds: ['social', 'tax'], labels: ['1'] }],
      atOnce: [],
    }))

  it('goes from window to window in the order asked for', () =>
    expect(wayThrough(site, [open('W2', 'social'), open('W3', 'tax')], ['tax', 'social']).stops).toEqual([
      { serviceIds: ['tax'], labels: ['3'] },
      { serviceIds: ['social'], labels: ['2'] },
    ]))

  it('promises one window only where all do it, and names the one that does', () =>
    expect(wayThrough(site, [open('W1', 'social', 'tax'), open('W2', 'social')], ['social', 'tax'])).toEqual({
      stops: [
        { serviceIds: ['social'], labels: ['1', '2'] },
        { serviceIds: ['tax'], labels: ['1'] },
      ],
      atOnce: ['1'],
    }))

  it('goes by what windows can do while none is open', () =>
    expect(wayThrough(site, [], ['tax']).stops).toEqual([{ serviceIds: ['tax'], labels: ['1', '3'] }]))
})

describe('the visits of the example hall', () => {
  const district = SiteFile.parse(JSON.parse(readFileSync('edge/sites/district.json', 'utf8')))

  it.each(district.themes)('$names.en is made of services that windows do', ({ names, serviceIds }) => {
    const { stops } = wayThrough(district, [], serviceIds)
    expect(Object.keys(names)).toHaveLength(4)
    expect(stops.flatMap((stop) => stop.serviceIds)).toEqual(serviceIds)
    expect(stops.every(({ labels }) => labels.length > 0)).toBe(true)
  })
})
