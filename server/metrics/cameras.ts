/** Cameras: what became of their frames, what keeps them from seeing, and what they see in zones. */
import { CameraCount, CameraProblem } from '#contracts/cameras.ts'
import { MINUTE, SECOND } from '#contracts/durations.ts'
import type { Measured, Measuring, Sample } from './measuring.ts'

const PART = 'camera:'
const PROBLEMS = [...CameraProblem.options, 'noRecord'] as const

export const cameraMeasures = ({ gauge, counter }: Measuring, { mirror }: Measured): void => {
  const cameraIds = () => mirror.all('site').flatMap(({ site }) => site.cameras.map(({ cameraId }) => cameraId))
  const zones = () => mirror.readings('occupancy').map(({ reading }) => reading)
  const inZone = (value: (zone: ReturnType<typeof zones>[number]) => number | undefined) => (): Sample[] =>
    zones().flatMap((zone) => {
      const seen = value(zone)
      return seen === undefined ? [] : [[{ zone: zone.zoneId, camera: zone.cameraId }, seen]]
    })

  counter(
    'camera_frames_total',
    'What came from a camera and what became of it, since the start. Cameras that are not in the site: unknown.',
    ['camera', 'outcome'],
    () => {
      const work = mirror.readings('cameraWork').map(({ reading }) => reading)
      return [...cameraIds(), undefined].flatMap((cameraId) => {
        const counts = work.find((reading) => reading.cameraId === cameraId)?.counts
        return CameraCount.options.map(
          (outcome): Sample => [{ camera: cameraId ?? 'unknown', outcome }, counts?.[outcome] ?? 0],
        )
      })
    },
  )
  gauge('camera_problem', '1 while this keeps the camera from seeing what it should.', ['camera', 'problem'], () => {
    const parts = new Map(mirror.readings('part').map(({ reading }) => [reading.partId, reading.problem]))
    return cameraIds().flatMap((camera) =>
      PROBLEMS.map((problem): Sample => [{ camera, problem }, parts.get(PART + camera) === problem ? 1 : 0]),
    )
  })
  gauge(
    'zone_longest_stay_seconds',
    'How long somebody has been in the zone, at most.',
    ['zone', 'camera'],
    inZone(({ longestStayMinutes }) => (longestStayMinutes * MINUTE) / SECOND),
  )
  gauge(
    'zone_long_waits',
    'People who have been in the zone for longer than the long wait.',
    ['zone', 'camera'],
    inZone(({ longWaits }) => longWaits),
  )
  gauge(
    'zone_queue_people',
    'People along the queue line of the zone.',
    ['zone', 'camera'],
    inZone(({ queue }) => queue?.people),
  )
}
