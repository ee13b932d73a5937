/** The screens there are: which first path segment opens which page, and how the page is dressed. */
export interface Screen {
  /** First segment of the path. */
  readonly segment: string
  /** File name under `pages/`, without ending. */
  readonly page: string
  readonly theme: 'dark' | 'light'
  /** `hall` screens are seen from afar: 1 rem is 16 px at 1920×1080 and grows with the screen. */
  readonly fit: 'hall' | 'hand'
  /** What follows in the path, such as a window's id. */
  readonly example?: string
}

export const screens: readonly Screen[] = [
  { segment: 'wall', page: 'Wall', theme: 'dark', fit: 'hall' },
  { segment: 'queue', page: 'Queue', theme: 'light', fit: 'hall' },
  { segment: 'kiosk', page: 'Kiosk', theme: 'light', fit: 'hand' },
  { segment: 'window', page: 'Desk', theme: 'light', fit: 'hand', example: 'W1' },
  { segment: 'staff', page: 'Staff', theme: 'light', fit: 'hand' },
  { segment: 'manage', page: 'Manage', theme: 'dark', fit: 'hand' },
  { segment: 'ticket', page: 'Ticket', theme: 'light', fit: 'hand', example: '20261122-A001' },
  { segment: 'rate', page: 'Rate', theme: 'light', fit: 'hand', example: 'W1' },
  { segment: 'privacy', page: 'Privacy', theme: 'light', fit: 'hand' },
  { segment: 'sign-in', page: 'SignIn', theme: 'light', fit: 'hand' },
]

/** What a page is given. */
export interface PageProps {
  /** The second path segment, such as `W3` of `/window/W3`. */
  readonly id: string | undefined
  readonly search: URLSearchParams
}

export interface Place {
  /** Absent for an unknown path. */
  readonly screen: Screen | undefined
  readonly id: string | undefined
}

/** Which screen a path means; `/` means the wall. */
export const placeOf = (path: string): Place => {
  const [segment = 'wall', id] = path.split('/').filter((part) => part !== '')
  return { screen: screens.find((screen) => screen.segment === segment), id: id && decodeURIComponent(id) }
}
