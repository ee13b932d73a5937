/** Who may do what: one row for every route, and for nothing else. */
import type { Badge } from './badge.ts'
import type { Role } from './roles.ts'

/** `everyone` is also somebody without any badge. */
export type Permit = 'everyone' | readonly Role[]

const managing = ['manager', 'admin', 'program'] as const
const overseeing = ['manager', 'admin', 'auditor', 'program'] as const
const floor = ['staff', 'tablet', ...managing] as const
const counter = ['window', 'clerk', ...managing] as const
const errands = ['window', 'clerk', ...floor] as const
const desk = ['kiosk', 'clerk', ...floor] as const
const reading = ['wall', 'queue', 'kiosk', 'window', 'rating', 'tablet', 'staff', 'clerk', ...overseeing] as const

export const permissions: Readonly<Record<string, Permit>> = {
  'POST /api/tickets': desk,
  'GET /api/tickets/:ticketId': 'everyone',
  'GET /api/visit': 'everyone',
  'POST /api/tickets/:ticketId/cancel': ['ticketHolder', 'window', ...desk],
  'POST /api/tickets/:ticketId/requeue': ['ticketHolder', 'window', ...desk],
  'POST /api/tickets/:ticketId/transfer': counter,
  'POST /api/tickets/:ticketId/park': counter,
  'POST /api/tickets/:ticketId/recall': counter,
  'POST /api/tickets/:ticketId/unprinted': ['kiosk', ...floor],
  'POST /api/tickets/:ticketId/printed': ['kiosk', ...floor],
  'POST /api/tickets/:ticketId/print': ['kiosk', ...errands],
  'GET /api/tickets/:ticketId/slip.pdf': ['ticketHolder', 'kiosk', ...errands],
  'GET /api/tickets/:ticketId/slip.svg': ['ticketHolder', 'kiosk', ...errands],
  'POST /api/numbers/lease': ['kiosk', ...floor],

  'GET /api/appointments/slots': reading,
  'POST /api/appointments': desk,
  'GET /api/appointments': ['clerk', 'auditor', ...floor],
  'GET /api/appointments/:code': desk,
  'POST /api/appointments/:code/check-in': desk,
  'POST /api/appointments/:code/cancel': desk,

  'POST /api/windows/:windowId/open': counter,
  'POST /api/windows/:windowId/close': counter,
  'POST /api/windows/:windowId/pause': counter,
  'POST /api/windows/:windowId/resume': counter,
  'PUT /api/windows/:windowId/services': counter,
  'PUT /api/windows/:windowId/breaks': counter,
  'POST /api/windows/:windowId/call-next': counter,
  'POST /api/windows/:windowId/call': counter,
  'POST /api/windows/:windowId/direct': counter,
  'POST /api/windows/:windowId/recall': counter,
  'POST /api/windows/:windowId/start': counter,
  'POST /api/windows/:windowId/finish': counter,
  'POST /api/windows/:windowId/no-show': counter,
  'POST /api/windows/:windowId/hand-on': counter,
  'POST /api/windows/:windowId/undo': counter,
  'POST /api/windows/:windowId/ask-rating': counter,
  'POST /api/windows/:windowId/rate': ['rating', 'program'],

  'GET /api/advice': reading,
  'POST /api/advice/:adviceId/accept': managing,
  'GET /api/forecast': reading,

  'POST /api/missions': errands,
  'GET /api/missions': reading,
  'GET /api/missions/:missionId': reading,
  'POST /api/missions/:missionId/confirm': errands,
  'POST /api/missions/:missionId/cancel': errands,
  'POST /api/missions/:missionId/return': errands,
  'GET /api/robots': reading,
  'POST /api/robots/:robotId/pause': floor,
  'POST /api/robots/:robotId/resume': floor,

  'GET /api/alerts': reading,
  'POST /api/alerts/:alertId/accept': floor,
  'POST /api/alerts/:alertId/hand-over': floor,
  'POST /api/alerts/:alertId/resolve': floor,
  'POST /api/alerts/:alertId/dismiss': floor,
  'GET /api/cards': reading,
  'POST /api/cards/:cardId/accept': floor,
  'POST /api/cards/:cardId/hand-over': floor,
  'POST /api/cards/:cardId/resolve': floor,
  'POST /api/cards/:cardId/dismiss': floor,
  'GET /api/staff': reading,
  'POST /api/staff/:staffId/duty': floor,
  'POST /api/staff/:staffId/duty/move': floor,
  'POST /api/staff/:staffId/duty/end': floor,

  'GET /api/cameras': reading,
  'PUT /api/cameras/:cameraId/setup': ['manager', 'admin'],
  'POST /api/cameras/:cameraId/look': ['manager', 'admin'],
  'GET /api/cameras/:cameraId/look/:lookId': ['manager', 'admin'],
  'GET /api/looks': overseeing,
  'GET /api/privacy': 'everyone',

  'GET /api/reports/missions': overseeing,
  'GET /api/reports/alerts': overseeing,
  'GET /api/reports/waits': overseeing,
  'GET /api/reports/services': overseeing,
  'GET /api/reports/windows': overseeing,
  'GET /api/reports/appointments': overseeing,
  'GET /api/reports/care': overseeing,
  'GET /api/reports/ratings': overseeing,
  'GET /api/reports/cards': overseeing,

  'GET /api/site': overseeing,
  'POST /api/site/check': managing,
  'PUT /api/site': ['admin', 'program'],

  'GET /api/session': 'everyone',
  'POST /api/session': 'everyone',
  'DELETE /api/session': 'everyone',
  'POST /api/session/enter': 'everyone',
  'GET /api/session/oidc': 'everyone',
  'GET /api/session/oidc/callback': 'everyone',
  'GET /api/people': ['admin', 'auditor'],
  'POST /api/people': ['admin'],
  'PUT /api/people/:personId': ['admin'],
  'DELETE /api/people/:personId/sessions': ['admin'],

  'POST /api/devices/ask': 'everyone',
  'POST /api/devices/pair': 'everyone',
  'POST /api/devices/approve': ['manager', 'admin'],
  'POST /api/devices/codes': managing,
  'GET /api/devices': overseeing,
  'DELETE /api/devices/:deviceId': ['manager', 'admin'],
  'GET /api/audit': ['admin', 'auditor'],

  'POST /api/voice/turn': ['queue', 'program'],

  'GET /api/hall': reading,
  'GET /api/live': reading,
  'GET /metrics': reading,
  'GET /health': 'everyone',
  'GET /ready': 'everyone',
  'GET /api/docs': 'everyone',
  'GET /api/openapi.json': 'everyone',
}

export type Permitted =
  | { ok: true; badge: Badge | undefined }
  | { ok: false; complaint: { code: 'signInNeeded' } | { code: 'notAllowed'; roles: readonly Role[] } }

/**
 * `route` as `POST /api/tickets`; the first badge that permits it and stands where it must answers for the deed.
 * A route without a row is nobody's.
 */
export const permitted = (
  route: string,
  badges: readonly Badge[],
  isInPlace: (badge: Badge) => boolean = () => true,
): Permitted => {
  const permit = permissions[route] ?? []
  if (permit === 'everyone') return { ok: true, badge: badges[0] }
  const badge = badges.find((one) => permit.includes(one.role) && isInPlace(one))
  if (badge) return { ok: true, badge }
  if (badges.length === 0) return { ok: false, complaint: { code: 'signInNeeded' } }
  return { ok: false, complaint: { code: 'notAllowed', roles: permit } }
}
