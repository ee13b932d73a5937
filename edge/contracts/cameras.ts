/** What cameras say on the bus besides frames: whether they are there, and, if they count by themselves, whom they see. */
import { z } from 'zod'
import { Instant } from './time.ts'

/** On `…/status`, retained, and as last will. */
export const CameraStatus = z.enum(['online', 'offline'])
export type CameraStatus = z.infer<typeof CameraStatus>

/** What keeps a camera from seeing what it should: too dark or glaring, hidden, the same picture again, turned, silent. */
export const CameraProblem = z.enum(['blind', 'covered', 'frozen', 'moved', 'offline'])
export type CameraProblem = z.infer<typeof CameraProblem>

/** What becomes of what comes from a camera. */
export const CameraCount = z.enum([
  'frames',
  'detected',
  /** Nothing had moved: the network was spared. */
  'gated',
  /** A newer frame came before the detector was free. */
  'dropped',
  /** The detector's process ended; the frame was tried once more. */
  'retried',
  'failed',
  'notJpeg',
  'tooLarge',
  'unreadable',
  /** A message that is no detections, status or event. */
  'badMessage',
  /** The camera's clock was not later than before, or far ahead. */
  'clockJump',
  'detections',
])
export type CameraCount = z.infer<typeof CameraCount>

/** A person: x1, y1 (upper left), x2, y2 (lower right) in pixels, and a score 0..1. */
export const DetectedBox = z
  .tuple([z.number(), z.number(), z.number(), z.number(), z.number().min(0).max(1)])
  .refine(([x1, y1, x2, y2]) => x2 > x1 && y2 > y1, 'x1, y1 is the upper left and x2, y2 the lower right corner')
export type DetectedBox = z.infer<typeof DetectedBox>

/** On `…/detections`: all people in one frame. */
export const CameraDetections = z.object({
  at: Instant.optional().describe('When the frame was taken; without it, when the message arrives.'),
  width: z.int().positive().describe('Of the frame, in pixels.'),
  height: z.int().positive(),
  boxes: z.array(DetectedBox).max(1000),
})
export type CameraDetections = z.infer<typeof CameraDetections>
