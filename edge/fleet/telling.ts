/** Reports on their way to the hall: only those that say something new, unless an errand hangs on them. */
import { randomUUID } from 'node:crypto'
import { CommandId, type RobotId } from '#contracts/ids.ts'
import type { RobotReport } from '#contracts/robots.ts'
import type { EdgeHall, Log } from '../ports.ts'

/** A slow drain is not news. */
const BATTERY_STEP_PERCENT = 5

const gist = (online: boolean, report: RobotReport | undefined): string =>
  JSON.stringify({
    online,
    report: report && { ...report, batteryPercent: Math.floor(report.batteryPercent / BATTERY_STEP_PERCENT) },
  })

export const createTelling = (robotId: RobotId, hall: EdgeHall, log: Log, onErrand: () => boolean) => {
  let last = ''
  return (online: boolean, report?: RobotReport): void => {
    const text = gist(online, report)
    if (text === last && !onErrand()) return
    last = text
    const command = { type: 'reportRobot' as const, robotId, online, ...(report && { report }) }
    hall.send({ id: CommandId.parse(`robot:${randomUUID()}`), by: `robot ${robotId}`, command }).catch((error) => {
      last = ''
      log.error({ robotId, error }, 'a report did not reach the hall')
    })
  }
}
