/** What stands on the paper of one ticket, in one language: never who holds it. */
import type { Language, Names } from '#contracts/languages.ts'
import type { Site } from '#contracts/site.ts'
import { needsOf } from '#contracts/situations.ts'
import type { Estimate, Ticket } from '#contracts/tickets.ts'
import type { Slip } from '../paperAnswers.ts'
import { slipWords } from '../words/slip.ts'

export interface SlipNeeds {
  site: Site
  ticket: Ticket
  /** As of now; absent while no open window could serve it. */
  estimate?: Estimate | undefined
  language: Language
  /** What the visitor has said of the situation: `newcomer:0:1`, the theme and an answer to each question. */
  situation?: string | undefined
  link?: string | undefined
}

const SOON_MINUTES = 1
const NO_THEME = { serviceIds: [], questions: [] }

const nameIn = (names: Names, language: Language): string => names[language] ?? names.en

const paperNames = ({ site, ticket, situation, language }: SlipNeeds): string[] => {
  const [themeId, ...chosen] = situation?.split(':') ?? []
  const theme = site.themes.find((one) => one.themeId === themeId)
  const { addedDocuments, sparedDocuments } = needsOf(theme ?? NO_THEME, chosen.map(Number))
  const wanted = ticket.serviceIds.flatMap((id) => site.services.find((s) => s.serviceId === id)?.documents ?? [])
  const papers = [...wanted.filter(({ zh }) => !sparedDocuments.some((paper) => paper === zh)), ...addedDocuments]
  return [...new Map(papers.map((paper) => [paper.zh, nameIn(paper, language)])).values()]
}

const whereLines = ({ site, ticket, language }: SlipNeeds): string[] => {
  const words = slipWords[language]
  const first = ticket.serviceIds[0]
  const able = site.windows.filter(({ serviceIds }) => serviceIds.some((id) => id === first))
  const zone = site.zones.find(
    ({ zoneId }) => zoneId === site.services.find(({ serviceId }) => serviceId === first)?.zoneId,
  )
  const floor = site.floors.find(({ floorId }) => floorId === (zone?.floorId ?? able[0]?.place.floorId))
  const labels = able.map(({ label }) => label)
  const sit = floor && nameIn(floor.names, language)
  return [
    ...(sit ? [zone ? words.seat(nameIn(zone.names, language), sit) : words.onFloor(sit)] : []),
    ...(labels.length > 0 ? [(labels.length > 1 ? words.windowsMany : words.windows)(labels.join(words.joiner))] : []),
    ...(ticket.serviceIds.length > 1 ? [words.oneNumber] : []),
  ]
}

const waitLines = ({ estimate, language }: SlipNeeds): string[] => {
  const words = slipWords[language]
  if (!estimate) return [words.unknownWait]
  const { p50Minutes, p80Minutes, ahead } = estimate
  return [p80Minutes <= SOON_MINUTES ? words.soon : words.wait(p50Minutes, p80Minutes), words.ahead(ahead)]
}

const timeIn = (timeZone: string, at: number): string =>
  new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'short' }).format(at)

export const slipOf = (needs: SlipNeeds): Slip => {
  const { site, ticket, language, link } = needs
  const words = slipWords[language]
  return {
    language,
    hall: nameIn(site.names, language),
    label: words.yourNumber,
    number: ticket.number,
    services: ticket.serviceIds.flatMap((id) => {
      const service = site.services.find(({ serviceId }) => serviceId === id)
      return service ? nameIn(service.names, language) : []
    }),
    lines: [...waitLines(needs), ...whereLines(needs)],
    papers: { heading: words.papers, list: paperNames(needs) },
    ...(link && { phone: { link, label: words.phone } }),
    time: timeIn(site.timeZone, ticket.issuedAt),
  }
}
