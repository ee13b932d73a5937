import { describe, expect, it } from 'vitest'
import { publicNameOf, serviceNamed } from '#dashboard/parts/naming.ts'
import { siteWith } from '../../support/smallSite.ts'

describe('a discreet service', () => {
  it('is called by its department where bystanders read it, and any other by its name', () => {
    const department = { zh: '民政', en: 'Civil affairs' }
    const site = siteWith({ services: { social: { discreet: true, department } } })
    const [social, tax] = site.services
    expect(publicNameOf(site, 'zh', 'social')).toBe('民政')
    expect(serviceNamed(site, 'zh', 'social')).toBe(social?.names.zh)
    expect(publicNameOf(site, 'zh', 'tax')).toBe(tax?.names.zh)
  })
})
