/** Which reading replaces which. Apart from the schemas, so that a browser can load it alone. */
import type { Reading } from './readings.ts'

/** Readings with the same key replace each other. */
export const readingKey = (reading: Reading): string => {
  switch (reading.type) {
    case 'robotPose':
      return `robotPose:${reading.robotId}`
    case 'occupancy':
      return `occupancy:${reading.zoneId}:${reading.cameraId}`
    case 'heat':
      return `heat:${reading.floorId}:${reading.cameraId}`
    case 'cameraWork':
      return `cameraWork:${reading.cameraId ?? ''}`
    case 'part':
      return `part:${reading.partId}`
    case 'beat':
    case 'advised':
    case 'forecast':
      return reading.type
  }
}
