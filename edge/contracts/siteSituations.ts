/** What themes and paper must keep beyond their shape: every situation leaves one to five services, and names exist. */
import type { Site } from './site.ts'
import { type Complain, idsOnce, known, type Path } from './siteComplaints.ts'
import type { SiteTheme } from './siteThemes.ts'
import { needsOf, situationsOf } from './situations.ts'

/** As many as one ticket holds. */
const MOST_SERVICES = 5

const checkAnswers = (site: Site, theme: SiteTheme, path: Path, complain: Complain): void => {
  const service = known(complain, new Set(site.services.map(({ serviceId }) => serviceId)), 'services')
  const papers = new Set(site.services.flatMap(({ documents }) => documents.map(({ zh }) => zh)))
  theme.questions.forEach(({ answers }, i) => {
    answers.forEach((answer, j) => {
      const at = [...path, 'questions', i, 'answers', j]
      for (const list of ['addServiceIds', 'removeServiceIds'] as const)
        answer[list].forEach((id, k) => {
          service(id, ...at, list, k)
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
  const printer = known(complain, idsOnce(complain, 'printers', site.printers, 'printerId'), 'printers')
  const place = known(complain, new Set(site.places.map(({ placeId }) => placeId)), 'places')
  idsOnce(complain, 'kiosks', site.kiosks, 'kioskId')
  site.kiosks.forEach(({ printerId, placeId }, i) => {
    printer(printerId, 'kiosks', i, 'printerId')
    place(placeId, 'kiosks', i, 'placeId')
  })
}
