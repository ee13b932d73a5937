/** The hall now: who waits, who serves, who drives, and how far the server has come. */
import { HOUR, SECOND } from '#contracts/durations.ts'
import { byState, type Measured, type Measuring } from './measuring.ts'

export const floorMeasures = ({ gauge, counter }: Measuring, { mirror, live, recorder }: Measured): void => {
  const lines = () => mirror.all('line').map(({ line }) => line)
  const robots = () => mirror.all('robot').map(({ robot }) => robot)

  gauge('tickets_waiting', 'Visitors in line, by service.', ['service'], () =>
    lines().map(({ serviceId, waiting }) => [{ service: serviceId }, waiting]),
  )
  gauge('tickets_overdue', 'Visitors in line for longer than the long wait, by service.', ['service'], () =>
    lines().map(({ serviceId, overdue }) => [{ service: serviceId }, overdue]),
  )
  gauge('windows', 'Windows, by state.', ['state'], () =>
    byState(
      ['closed', 'open', 'paused'],
      mirror.all('window').map(({ window: desk }) => desk),
    ),
  )
  gauge('zone_people', 'People a camera sees in a zone.', ['zone', 'camera'], () =>
    mirror
      .readings('occupancy')
      .map(({ reading }) => [{ zone: reading.zoneId, camera: reading.cameraId }, reading.people]),
  )
  gauge('missions', 'Missions of today, by state.', ['state'], () =>
    byState(
      ['waiting', 'assigned', 'underway', 'delivered', 'failed', 'cancelled'],
      mirror.all('mission').map(({ mission }) => mission),
    ),
  )
  counter(
    'mission_saved_seconds_total',
    'How long robots have spared clerks from walking, by service day.',
    ['day'],
    () =>
      mirror
        .all('figures')
        .map(({ figures: { day, hoursSaved } }) => [{ day }, Math.round((hoursSaved * HOUR) / SECOND)]),
  )
  gauge('robot_online', '1 while the robot is heard.', ['robot'], () =>
    robots().map(({ robotId, online }) => [{ robot: robotId }, online ? 1 : 0]),
  )
  gauge('robot_battery_ratio', 'Charge of the battery, 0 to 1.', ['robot'], () =>
    robots().map(({ robotId, batteryPercent }) => [{ robot: robotId }, batteryPercent / 100]),
  )
  gauge('journal_seq', 'The last fact of the journal.', [], () => [[{}, mirror.seq()]])
  gauge('live_clients', 'Screens on the live line.', [], () => [[{}, live.clients()]])
  gauge('recorder_lag_facts', 'Facts that the database does not have yet.', [], () => [[{}, recorder?.lag() ?? 0]])
}
