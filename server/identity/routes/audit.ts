/** The register of deeds, for those who look whether all is right. */
import { csvOf } from '../../csv.ts'
import { look } from '../../routes/look.ts'
import { daysOf, Period } from '../../routes/period.ts'
import { no, type Route, yes } from '../../routes/route.ts'
import { AuditAnswer } from '../answers.ts'

const COLUMNS = ['seq', 'at', 'by', 'role', 'deed', 'place', 'address', 'outcome', 'hash'] as const

export const auditRoutes: readonly Route[] = [
  look({
    path: '/api/audit',
    summary:
      'Who did or tried what: people, devices, cameras, the site, exports. Each row’s hash covers the one before.',
    takes: Period,
    gives: AuditAnswer,
    find: async ({ mirror, identity }, period) => {
      const site = mirror.all('site')[0]?.site
      if (!site) return no({ code: 'notReady' })
      const days = daysOf(period, site.timeZone)
      const { rows, brokenAt } = await identity.audit.read(days[0]?.from ?? 0, days.at(-1)?.until ?? 0)
      const entries = rows.map(({ n: seq, what: deed, subject, ...row }) => ({
        ...row,
        seq,
        deed,
        ...(subject && { place: subject }),
      }))
      return yes({ entries, ...(brokenAt !== undefined && { brokenAt }) })
    },
    csv: ({ entries }) =>
      csvOf(
        COLUMNS,
        entries.map((row) => ({ ...row, at: new Date(row.at).toISOString() })),
      ),
  }),
]
