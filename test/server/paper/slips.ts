/** Slips of one ticket of the example hall, for tests of paper. */
import { readFileSync } from 'node:fs'
import type { Language } from '#contracts/languages.ts'
import { SiteFile } from '#contracts/siteChecks.ts'
import { Ticket } from '#contracts/tickets.ts'
import { type SlipNeeds, slipOf } from '#server/paper/slip.ts'
import type { Slip } from '#server/paperAnswers.ts'

export const district = SiteFile.parse(
  JSON.parse(readFileSync(new URL('../../../edge/sites/district.json', import.meta.url), 'utf8')),
)

const ticket = Ticket.parse({
  ticketId: '20261122-A042',
  number: 'A042',
  serviceIds: ['residence-permit', 'medical-register'],
  lane: 'priority',
  priorityReason: 'disabled',
  issuedAt: Date.UTC(2026, 10, 22, 1, 12),
  calls: 0,
  state: 'waiting',
})

export const slipIn = (language: Language, more: Partial<SlipNeeds> = {}): Slip =>
  slipOf({
    site: district,
    ticket,
    estimate: { p50Minutes: 5, p80Minutes: 12, ahead: 3 },
    language,
    link: 'https://hall.example/ticket/20261122-A042#s=secret',
    ...more,
  })
