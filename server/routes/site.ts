/** The site file: read, checked, and written for the next start. The hall that is running goes by the one it started with. */
import { z } from 'zod'
import { checkSite } from '#contracts/siteChecks.ts'
import type { SiteDesk, SiteText } from '#contracts/siteDesk.ts'
import type { House } from '../house.ts'
import { SiteCheckAnswer, SiteFileAnswer } from '../siteAnswers.ts'
import { look } from './look.ts'
import { type Answer, malformed, no, type Route, yes } from './route.ts'

const Described = z.object({ site: z.unknown() })
const Change = z.object({ site: z.unknown(), version: z.string().min(1) })

const jsonIn = (text: string): { site?: unknown; flaw?: string } => {
  try {
    return { site: JSON.parse(text) }
  } catch (fault) {
    return { flaw: `not JSON: ${fault instanceof Error ? fault.message : fault}` }
  }
}

const checked = (file: unknown): z.output<typeof SiteCheckAnswer> => {
  const { site, flaws } = checkSite(file)
  return { flaws, ...(site && { whole: site }) }
}

const shown = ({ text, version }: SiteText): SiteFileAnswer => {
  const { site, flaw } = jsonIn(text)
  if (flaw !== undefined) return { version, flaws: [{ path: '', message: flaw, code: 'notJson', facts: {} }] }
  return { version, site, ...checked(site) }
}

/** A disk that does not answer is no mistake of the server. */
const atDesk = async <T>(
  { siteDesk, log }: House,
  deed: (desk: SiteDesk) => Promise<Answer<T>>,
): Promise<Answer<T>> => {
  if (!siteDesk) return no({ code: 'noSiteFile' })
  try {
    return await deed(siteDesk)
  } catch (error) {
    log.error({ error }, 'the site file could not be read or written')
    return no({ code: 'noSiteFile' })
  }
}

const checking: Route = {
  method: 'post',
  path: '/api/site/check',
  summary: 'Every flaw a site would have, by its path; nothing is written.',
  takes: Described,
  gives: SiteCheckAnswer,
  status: 200,
  answer: async (_house, asked) => yes(checked(asked.site)),
}

const writing: Route = {
  method: 'put',
  path: '/api/site',
  summary:
    'Write the site, for the next start; the text before is kept beside it. `version` is of the file it was made from.',
  takes: Change,
  gives: SiteFileAnswer,
  status: 200,
  answer: async (house, asked) => {
    const parsed = Change.safeParse(asked)
    if (!parsed.success) return malformed(parsed.error)
    const { site, version } = parsed.data
    const { flaws } = checked(site)
    if (flaws.length > 0) return no({ code: 'siteWrong', flaws })
    return atDesk<SiteFileAnswer>(house, async (desk) => {
      const text = `${JSON.stringify(site, null, 2)}\n`
      const outcome = await desk.write(text, version)
      if (!outcome.written) return no({ code: 'siteChanged', version: outcome.version })
      house.log.info({ version: outcome.version }, 'the site file was written; the next start goes by it')
      return yes(shown({ text, version: outcome.version }))
    })
  },
}

export const siteRoutes: readonly Route[] = [
  look({
    path: '/api/site',
    summary:
      'The site file as it is now. What the hall goes by until the next start is the record `site` of /api/hall.',
    takes: z.object({}),
    gives: SiteFileAnswer,
    find: (house) => atDesk(house, async (desk) => yes(shown(await desk.read()))),
  }),
  checking,
  writing,
]
