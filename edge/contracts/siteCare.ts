/** How a hall looks after people: when staff are told, whom, how often at most, and what they may offer. */
import { z } from 'zod'
import { AlertKind, Measure } from './alerts.ts'

const seconds = (usual: number) => z.number().nonnegative().default(usual)

/** What may be offered once somebody has waited so long; later steps add to earlier ones. */
export const PlaybookStep = z.object({
  fromMinutes: z.number().nonnegative().describe('From so many minutes waited on.'),
  measures: z.array(Measure).min(1).describe('May be offered in addition; a person of the staff chooses.'),
})
export type PlaybookStep = z.infer<typeof PlaybookStep>

const PLAYBOOK: Partial<Record<AlertKind, PlaybookStep[]>> = {
  longWait: [
    { fromMinutes: 15, measures: ['soothe', 'guide'] },
    { fromMinutes: 20, measures: ['precheck', 'verifyId'] },
    { fromMinutes: 30, measures: ['assist'] },
  ],
  question: [{ fromMinutes: 0, measures: ['guide', 'assist'] }],
  crowding: [{ fromMinutes: 0, measures: ['guide', 'soothe'] }],
  noShows: [{ fromMinutes: 0, measures: ['guide'] }],
}

export const CareRules = z.object({
  groupSeconds: seconds(30).describe(
    'So long a card gathers what belongs together; what heals in this time is never sent.',
  ),
  openAfterSeconds: seconds(60).describe(
    'The same for an imbalance between services, which comes and goes. How long a zone has to be crowded is in the rules of vision.',
  ),
  closeBelowShare: z
    .number()
    .min(0)
    .max(1)
    .default(0.8)
    .describe('An imbalance is only over below this share of what raised it …'),
  closeAfterSeconds: seconds(120).describe('… for so long.'),
  imbalanceMinutes: z
    .number()
    .positive()
    .default(10)
    .describe(
      'One service waits so much longer than the others, while windows that can do it do not: somebody should see to it.',
    ),
  escalateSeconds: z
    .tuple([z.number().positive(), z.number().positive(), z.number().positive()])
    .default([90, 180, 300])
    .describe(
      'Not accepted after so long: first a colleague, then the two nearest and the lead, then everybody and the outside by webhook.',
    ),
  reopenMinutes: z
    .number()
    .positive()
    .default(10)
    .describe('Accepted but not ended for so long, a card is open again.'),
  repeatMinutes: z
    .number()
    .positive()
    .default(10)
    .describe('A card that nobody accepts buzzes again so long after the last time.'),
  buzzesPerHour: z
    .int()
    .positive()
    .default(6)
    .describe('Whoever has had so many in an hour is passed over, but for what escalates.'),
  noShows: z
    .object({
      count: z.int().min(2).max(50).default(3).describe('So many visitors of a service who did not come …'),
      withinMinutes: z.number().positive().default(10).describe('… within so many minutes are told of.'),
    })
    .prefault({}),
  playbook: z
    .partialRecord(AlertKind, z.array(PlaybookStep))
    .default(PLAYBOOK)
    .describe('By cause, what staff may offer; a cause that is not named offers nothing. Nobody is ever judged by it.'),
})
export type CareRules = z.infer<typeof CareRules>
