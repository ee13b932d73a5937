/** What themes and paper must keep beyond their shape: every situation leaves one to five services, and names exist. */
import type { Site } from './site.ts'
import type { Flawed } from './siteFlaws.ts'
import type { SiteTheme } from './siteThemes.ts'
import { needsOf, situationsOf } from './situations.ts'

type Complain = (path: (string | number)[], message: string, flawed: Flawed) => void

/** As many as one ticket holds. */
const MOST_SERVICES = 5

const checkAnswers = (site: Site, theme: SiteTheme, path: (string | number)[], complain: Complain): void => {
  const services = new Map<string, Site['services'][number]>(site.services.map((s) => [s.serviceId, s]))
  const papers = new Set([...services.values()].flatMap(({ documents }) => documents.map(({ zh }) => zh)))
  theme.questions.forEach(({ answers }, i) => {
    answers.forEach((answer, j) => {
      const at = [...path, 'questions', i, 'answers', j]
      for (const list of ['addServiceIds', 'removeServiceIds'] as const)
        answer[list].forEach((id, k) => {
          if (!services.has(id))
            complain([...at, list, k], `${id} is not among the services of this site`, {
              flaw: 'unknown',
              id,
              list: 'services',
            })
        })
      answer.spareDocuments.forEach((paper, k) => {
        if (!papers.has(paper))
          complain([...at, 'spareDocuments', k], `no service asks for ${paper}: write it as its documents do`, {
            flaw: 'paperUnknown',
            id: paper,
          })
      })
    })
  })
}

export const checkThemes = (site: Site, complain: Complain): void => {
  site.themes.forEach((theme, i) => {
    checkAnswers(site, theme, ['themes', i], complain)
    const counts = situationsOf(theme).map((chosen) => needsOf(theme, chosen).serviceIds.length)
    if (counts.some((count) => count < 1 || count > MOST_SERVICES))
      complain(['themes', i, 'questions'], `some answers leave no service or more than ${MOST_SERVICES}: change them`, {
        flaw: 'answersOff',
        most: MOST_SERVICES,
      })
  })
}

export const checkPaper = (site: Site, complain: Complain): void => {
  const once = (list: 'printers' | 'kiosks', ids: readonly string[], field: string): Set<string> => {
    ids.forEach((id, i) => {
      if (ids.indexOf(id) !== i)
        complain([list, i, field], `${id} is already taken: every ${field} once`, { flaw: 'taken', id })
    })
    return new Set(ids)
  }
  const printers = once(
    'printers',
    site.printers.map(({ printerId }) => printerId),
    'printerId',
  )
  once(
    'kiosks',
    site.kiosks.map(({ kioskId }) => kioskId),
    'kioskId',
  )
  site.kiosks.forEach(({ printerId, placeId }, i) => {
    if (printerId && !printers.has(printerId))
      complain(['kiosks', i, 'printerId'], `${printerId} is not among the printers of this site`, {
        flaw: 'unknown',
        id: printerId,
        list: 'printers',
      })
    if (placeId && !site.places.some((place) => place.placeId === placeId))
      complain(['kiosks', i, 'placeId'], `${placeId} is not among the places of this site`, {
        flaw: 'unknown',
        id: placeId,
        list: 'places',
      })
  })
}
