/** The reports of the server, as they are told for a period. */

export interface Days<C> {
  readonly whole: C
  readonly days: readonly (C & { readonly day: string })[]
}

export interface WaitCounts {
  readonly called: number
  readonly medianMinutes?: number
  readonly p90Minutes?: number
  readonly overLong: number
}
export interface WaitReport extends Days<WaitCounts> {
  readonly longWaitMinutes: number
  readonly hours: readonly (WaitCounts & { readonly hour: number })[]
  readonly services: readonly (WaitCounts & { readonly serviceId: string })[]
}

export interface ServiceCounts {
  readonly issued: number
  readonly served: number
  readonly missed: number
  readonly left: number
  readonly medianMinutes?: number
}
export interface ServiceReport extends Days<ServiceCounts> {
  readonly services: readonly (ServiceCounts & { readonly serviceId: string })[]
}

export interface WindowCounts {
  readonly served: number
  readonly meanMinutes?: number
  readonly openHours: number
  /** 0..1 */
  readonly busyShare?: number
}
export interface WindowReport extends Days<WindowCounts> {
  readonly windows: readonly (WindowCounts & { readonly windowId: string })[]
}

export interface AppointmentCounts {
  readonly booked: number
  readonly arrived: number
  readonly missed: number
  readonly cancelled: number
}
export interface AppointmentReport extends Days<AppointmentCounts> {
  readonly services: readonly (AppointmentCounts & { readonly serviceId: string })[]
}

export interface CareCounts {
  readonly raised: number
  readonly helped: number
  readonly dismissed: number
  readonly over: number
  readonly acceptMinutes?: number
  readonly helpMinutes?: number
}
/** Of visitors told of who still waited a while after: from then on until their call. */
export interface WaitedAfter {
  readonly tickets: number
  /** Not told of fewer than five. */
  readonly medianMinutes?: number
}
export interface CareReport extends Days<CareCounts> {
  readonly kinds: readonly (CareCounts & { readonly kind: string })[]
  readonly wait: {
    readonly stillMinutes: number
    readonly helped: WaitedAfter
    readonly notHelped: WaitedAfter
  }
}

export interface MissionCounts {
  readonly asked: number
  readonly delivered: number
  readonly failed: number
  readonly cancelled: number
  readonly medianMinutes?: number
  readonly hoursSaved: number
}
export interface MissionDays {
  readonly days: readonly (MissionCounts & {
    readonly day: string
    readonly robots: readonly (MissionCounts & { readonly robotId: string })[]
  })[]
}

export const reportPath = (name: string, { from, to }: { from: string; to: string }): string =>
  `/api/reports/${name}?${new URLSearchParams({ from, to })}`
