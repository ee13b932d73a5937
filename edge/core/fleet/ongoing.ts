/** Missions that are not over, and the one a robot is on. */
import type { RobotId } from '#contracts/ids.ts'
import { isOngoing, type Ongoing } from '#contracts/missionLife.ts'
import type { Mission } from '#contracts/missions.ts'
import type { HallState } from '../state.ts'

type OpenMission = Extract<Mission, { state: 'waiting' | 'assigned' | 'underway' }>

export const isOpen = (mission: Mission): mission is OpenMission => mission.state === 'waiting' || isOngoing(mission)

export const ongoingOf = ({ missions, robots }: HallState, robotId: RobotId): Ongoing | undefined => {
  const missionId = robots.get(robotId)?.missionId
  const mission = missionId && missions.get(missionId)
  return mission && isOngoing(mission) ? mission : undefined
}
