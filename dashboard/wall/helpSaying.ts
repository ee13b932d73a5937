/** A card in words: where it is, and what is the matter. Never who anybody is. */
import type { Alert } from '#contracts/alerts.ts'
import type { Language } from '#contracts/languages.ts'
import type { Site } from '#contracts/site.ts'
import { nameIn, wordsIn } from '../language.ts'
import { zonesBefore } from '../parts/cameraSight.ts'
import { fleetSaying } from '../parts/fleetSaying.ts'
import { publicNameOf, serviceNamed } from '../parts/naming.ts'
import { cameraWords } from '../words/cameras.ts'
import { languageNames } from '../words/lanes.ts'
import { wallWords } from '../words/wall.ts'
import type { HelpCard } from './helpCards.ts'

/** So many numbers of tickets are named on one card. */
const NUMBERS = 2

export interface HelpSaying {
  place(card: HelpCard): string
  /** Of tickets, those who have waited longest. */
  numbers(card: HelpCard): readonly string[]
  what(card: HelpCard): string
}

export const helpSaying = (site: Site, language: Language): HelpSaying => {
  const words = wordsIn(wallWords, language)
  const cameras = wordsIn(cameraWords, language)
  const saying = fleetSaying(site, language)
  const zoneNamed = (id: string | undefined) => {
    const zone = site.zones.find(({ zoneId }) => zoneId === id)
    return zone && nameIn(zone.names, language)
  }
  const alone = ({ source }: Alert): string => {
    switch (source.by) {
      case 'camera':
        return source.unconfirmed ? cameras.unconfirmed : words.seenByCamera
      case 'ticket':
        return publicNameOf(site, language, source.serviceId)
      case 'imbalance':
        return `${serviceNamed(site, language, source.serviceId)} · ${words.cause.imbalance}`
      case 'noShows':
        return words.noShows(serviceNamed(site, language, source.serviceId), source.count)
      case 'question':
        return words.asksRobot(saying.robotName(source.robotId), languageNames[source.language])
      case 'zone':
        return cameras.crowded(source.people)
      case 'sight':
        return `${cameras.camera(source.cameraId)} ${cameras.problem[source.problem]}`
      case 'device':
        return `${source.deviceId} ${words.device[source.problem]}`
      case 'robot':
        return ''
    }
  }
  return {
    place: ({ card, alerts: [first] }) => {
      const { source } = first ?? {}
      if (source?.by === 'sight')
        return cameras.zones(zonesBefore(site, source.cameraId).map(({ names }) => nameIn(names, language)))
      return zoneNamed(card.zoneId) ?? (first?.place ? saying.whereAt(first.place) : words.cause[card.cause])
    },
    numbers: ({ alerts }) =>
      alerts.flatMap(({ source }) => (source.by === 'ticket' ? source.number : [])).slice(0, NUMBERS),
    what: ({ card, alerts }) => {
      const [first] = alerts
      if (card.count > 1 || first === undefined) return words.several(words.cause[card.cause], card.count)
      return alone(first)
    },
  }
}
