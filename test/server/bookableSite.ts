/** The small hall, open from 9 to 12 and from 14 to 15:10, where `social` takes two appointments every half hour. */
import type { Site } from '#contracts/site.ts'
import { SiteFile } from '#contracts/siteChecks.ts'
import { smallSite } from '#test/support/smallSite.ts'

const open = [
  { from: '09:00', until: '12:00' },
  { from: '14:00', until: '15:10' },
]

export const bookableSite = (): Site => {
  const site = smallSite()
  const { monday: _, ...otherDays } = site.hours
  return SiteFile.parse({
    ...site,
    hours: { ...otherDays, monday: open, tuesday: open },
    services: site.services.map((service) =>
      service.serviceId === 'social' ? { ...service, appointments: { slotMinutes: 30, capacity: 2 } } : service,
    ),
  })
}
