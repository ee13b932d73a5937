/** The key under which a reading replaces the one before; the same as `keyOf` of the contracts, without their schemas. */
import type { Reading } from '#contracts/readings.ts'

export const readingKey = (reading: Reading): string => {
  switch (reading.type) {
    case 'robotPose':
      return `robotPose:${reading.robotId}`
    case 'occupancy':
      return `occupancy:${reading.zoneId}:${reading.cameraId}`
    case 'part':
      return `part:${reading.partId}`
    case 'beat':
      return 'beat'
  }
}
