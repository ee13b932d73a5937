/** All that the server answers to, but for the live line, the metrics and the pages. */
import { auditRoutes } from '../identity/routes/audit.ts'
import { deviceRoutes } from '../identity/routes/devices.ts'
import { peopleRoutes } from '../identity/routes/people.ts'
import { sessionRoutes } from '../identity/routes/sessions.ts'
import { adviceRoutes } from './advice.ts'
import { alertRoutes } from './alerts.ts'
import { appointmentRoutes } from './appointments.ts'
import { cameraRoutes } from './cameras.ts'
import { cardReportRoutes } from './cardReports.ts'
import { cardRoutes } from './cards.ts'
import { dutyRoutes } from './duty.ts'
import { hallRoutes } from './hall.ts'
import { lookRoutes } from './looks.ts'
import { missionRoutes } from './missions.ts'
import { paperRoutes } from './paper.ts'
import { periodRoutes } from './periodReports.ts'
import { privacyRoutes } from './privacy.ts'
import { ratingRoutes } from './ratings.ts'
import { reportRoutes } from './reports.ts'
import { robotRoutes } from './robots.ts'
import type { Route } from './route.ts'
import { siteRoutes } from './site.ts'
import { speakingRoutes } from './speaking.ts'
import { ticketRoutes } from './tickets.ts'
import { visitRoutes } from './visit.ts'
import { windowRoutes } from './windows.ts'

export const routes: readonly Route[] = [
  ...ticketRoutes,
  ...paperRoutes,
  ...speakingRoutes,
  ...appointmentRoutes,
  ...windowRoutes,
  ...adviceRoutes,
  ...missionRoutes,
  ...robotRoutes,
  ...alertRoutes,
  ...cardRoutes,
  ...dutyRoutes,
  ...cameraRoutes,
  ...lookRoutes,
  ...privacyRoutes,
  ...reportRoutes,
  ...periodRoutes,
  ...ratingRoutes,
  ...cardReportRoutes,
  ...siteRoutes,
  ...sessionRoutes,
  ...peopleRoutes,
  ...deviceRoutes,
  ...auditRoutes,
  ...visitRoutes,
  ...hallRoutes,
]
