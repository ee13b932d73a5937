/** What can be looked back at: which report is asked for, and how it is shown. */
import type { AppointmentReport, CareReport, MissionDays, ServiceReport, WaitReport, WindowReport } from './reports.ts'
import { appointmentView, careView, missionView } from './views/beyond.ts'
import type { Saying, View } from './views/view.ts'
import { serviceView, waitView, windowView } from './views/visits.ts'

interface Reports {
  readonly waits: WaitReport
  readonly services: ServiceReport
  readonly windows: WindowReport
  readonly missions: MissionDays
  readonly care: CareReport
  readonly appointments: AppointmentReport
}
export type Topic = keyof Reports

type Views = { readonly [T in Topic]: (now: Reports[T], before: Reports[T] | undefined, saying: Saying) => View }

const views: Views = {
  waits: waitView,
  services: serviceView,
  windows: windowView,
  missions: missionView,
  care: careView,
  appointments: appointmentView,
}

export const topics = ['waits', 'services', 'windows', 'missions', 'care', 'appointments'] as const satisfies Topic[]

export const topicOf = (opened: string | undefined): Topic => topics.find((topic) => topic === opened) ?? 'waits'

/** One look: the report of a period, and of the period before. */
export const viewOf = <T extends Topic>(
  topic: T,
  now: Reports[T],
  before: Reports[T] | undefined,
  saying: Saying,
): View => views[topic](now, before, saying)

export type ReportOf<T extends Topic> = Reports[T]
