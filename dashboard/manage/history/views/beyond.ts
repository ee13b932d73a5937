/** Looking back beyond the windows: errands of robots, care for people, and appointments. */
import { nameIn } from '../../../language.ts'
import { serviceNamed } from '../../../parts/naming.ts'
import type { AppointmentReport, CareReport, MissionCounts, MissionDays } from '../reports.ts'
import { byDayChart, columnsOf, inOrder, percentOf, type Saying, type View } from './view.ts'

const sumOf = (counts: readonly MissionCounts[]) => {
  const sum = (amount: (one: MissionCounts) => number) => counts.reduce((total, one) => total + amount(one), 0)
  return {
    asked: sum((one) => one.asked),
    delivered: sum((one) => one.delivered),
    failed: sum((one) => one.failed),
    cancelled: sum((one) => one.cancelled),
    hoursSaved: Math.round(sum((one) => one.hoursSaved) * 100) / 100,
  }
}

export const missionView = (now: MissionDays, before: MissionDays | undefined, saying: Saying): View => {
  const { words, site, language } = saying
  const whole = sumOf(now.days)
  const rest = before && sumOf(before.days)
  const ids = [...new Set(now.days.flatMap(({ robots }) => robots.map(({ robotId }) => robotId)))].sort()
  const nameOf = (id: string) => {
    const robot = site.robots.find(({ robotId }) => robotId === id)
    return robot ? nameIn(robot.names, language) : id
  }
  const ofRobot = (id: string) =>
    sumOf(now.days.flatMap(({ robots }) => robots.filter(({ robotId }) => robotId === id)))
  return {
    empty: whole.asked === 0,
    tiles: [
      { label: words.delivered, unit: 'items', value: whole.delivered, before: rest?.delivered, more: 'good' },
      { label: words.hoursSaved, unit: 'hours', value: whole.hoursSaved, before: rest?.hoursSaved, more: 'good' },
      { label: words.failed, unit: 'items', value: whole.failed, before: rest?.failed, more: 'bad' },
      { label: words.asked, unit: 'items', value: whole.asked, before: rest?.asked, more: 'neither' },
    ],
    charts: [
      byDayChart(saying, {
        unit: 'items',
        now: now.days,
        before: before?.days,
        bars: { label: words.delivered, of: (day) => day.delivered },
        line: { label: words.failed, of: (day) => day.failed },
      }),
    ],
    sheets: [
      {
        id: 'robots',
        title: words.byRobot,
        columns: columnsOf(words.robot, [
          [words.asked, 'items'],
          [words.delivered, 'items'],
          [words.failed, 'items'],
          [words.cancelled, 'items'],
          [words.hoursSaved, 'hours'],
        ]),
        rows: ids.map((id) => {
          const { asked, delivered, failed, cancelled, hoursSaved } = ofRobot(id)
          return { id, cells: [nameOf(id), asked, delivered, failed, cancelled, hoursSaved] }
        }),
      },
    ],
  }
}

export const careView = (now: CareReport, before: CareReport | undefined, saying: Saying): View => {
  const { words } = saying
  const { whole, kinds, wait } = now
  const rest = before?.whole
  const stillWaiting = [
    { id: 'helped', of: words.somebodyCame, ...wait.helped },
    { id: 'notHelped', of: words.nobodyCame, ...wait.notHelped },
  ]
  return {
    empty: whole.raised === 0,
    tiles: [
      { label: words.raised, unit: 'items', value: whole.raised, before: rest?.raised, more: 'bad' },
      { label: words.helped, unit: 'items', value: whole.helped, before: rest?.helped, more: 'good' },
      { label: words.accepted, unit: 'minutes', value: whole.acceptMinutes, before: rest?.acceptMinutes, more: 'bad' },
      { label: words.helpedAfter, unit: 'minutes', value: whole.helpMinutes, before: rest?.helpMinutes, more: 'bad' },
    ],
    charts: [
      byDayChart(saying, {
        unit: 'items',
        now: now.days,
        before: before?.days,
        bars: { label: words.raised, of: (day) => day.raised },
        line: { label: words.helped, of: (day) => day.helped },
      }),
    ],
    sheets: [
      {
        id: 'waits',
        title: words.waitedOn(wait.stillMinutes),
        columns: columnsOf(words.untilThen, [
          [words.visitors, 'people'],
          [words.untilCalled, 'minutes'],
        ]),
        rows: stillWaiting.map(({ id, of, tickets, medianMinutes }) => ({ id, cells: [of, tickets, medianMinutes] })),
      },
      {
        id: 'kinds',
        title: words.byKind,
        columns: columnsOf(words.cause, [
          [words.raised, 'items'],
          [words.helped, 'items'],
          [words.dismissed, 'items'],
          [words.over, 'items'],
          [words.accepted, 'minutes'],
          [words.helpedAfter, 'minutes'],
        ]),
        rows: kinds.map((one) => ({
          id: one.kind,
          cells: [
            words.kind[one.kind] ?? one.kind,
            one.raised,
            one.helped,
            one.dismissed,
            one.over,
            one.acceptMinutes,
            one.helpMinutes,
          ],
        })),
      },
    ],
  }
}

export const appointmentView = (
  now: AppointmentReport,
  before: AppointmentReport | undefined,
  saying: Saying,
): View => {
  const { words, site, language } = saying
  const { whole, services } = now
  const rest = before?.whole
  const keptShare = (counts: typeof whole) => percentOf(counts.arrived, counts.arrived + counts.missed)
  return {
    empty: whole.booked + whole.arrived + whole.missed + whole.cancelled === 0,
    tiles: [
      { label: words.kept, unit: 'people', value: whole.arrived, before: rest?.arrived, more: 'good' },
      { label: words.notKept, unit: 'people', value: whole.missed, before: rest?.missed, more: 'bad' },
      {
        label: words.keptShare,
        unit: 'percent',
        value: keptShare(whole),
        before: rest && keptShare(rest),
        more: 'good',
      },
      { label: words.calledOff, unit: 'people', value: whole.cancelled, before: rest?.cancelled, more: 'neither' },
    ],
    charts: [
      byDayChart(saying, {
        unit: 'people',
        now: now.days,
        before: before?.days,
        bars: { label: words.kept, of: (day) => day.arrived },
        line: { label: words.notKept, of: (day) => day.missed },
      }),
    ],
    sheets: [
      {
        id: 'services',
        title: words.byService,
        columns: columnsOf(words.service, [
          [words.kept, 'people'],
          [words.notKept, 'people'],
          [words.calledOff, 'people'],
          [words.toCome, 'people'],
        ]),
        rows: inOrder(services, site.services, 'serviceId').map((one) => ({
          id: one.serviceId,
          cells: [serviceNamed(site, language, one.serviceId), one.arrived, one.missed, one.cancelled, one.booked],
        })),
      },
    ],
  }
}
