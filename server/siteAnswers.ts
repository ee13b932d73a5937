/** The shapes of what the server answers about the site file. */
import { z } from 'zod'
import { SiteShape } from '#contracts/site.ts'
import { SiteFlaw } from '#contracts/siteFlaws.ts'

const flaws = z.array(SiteFlaw)

/** `whole` is the site as a start would take it, with all that is usual filled in; absent while there are flaws. */
export const SiteCheckAnswer = z.object({ flaws, whole: SiteShape.optional() })

/** `site` is what is written in the file, absent when that is not JSON; `version` is another for every other text. */
export const SiteFileAnswer = SiteCheckAnswer.extend({ version: z.string(), site: z.unknown().optional() })
export type SiteFileAnswer = z.infer<typeof SiteFileAnswer>
