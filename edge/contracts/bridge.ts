/** What the bridge from an RTSP camera to the bus is told on its command line; each says its unit and what it does. */
import { z } from 'zod'
import { CameraId, HallId } from './ids.ts'

export const BridgeFlags = z.object({
  url: z
    .url({ protocol: /^rtsps?$/, error: 'the address of the camera, such as rtsp://10.0.0.7/stream' })
    .describe('The stream; a user name and password may stand in it.'),
  hall: HallId.describe('The hallId of the site.'),
  camera: CameraId.describe('Its cameraId there.'),
  mqtt: z.string().default('mqtt://127.0.0.1:1883').describe('The broker of the hall.'),
  username: z.string().optional().describe('The device account of the camera; none on the box itself.'),
  password: z.string().optional(),
  fps: z.coerce.number().min(0.1).max(10).default(2).describe('Frames a second that are passed on.'),
  width: z.coerce
    .number()
    .int()
    .min(320)
    .max(3840)
    .default(1280)
    .describe('A wider picture is made so wide, in pixels.'),
  ffmpeg: z.string().min(1).default('ffmpeg').describe('The program that reads the stream.'),
})
export type BridgeFlags = z.infer<typeof BridgeFlags>
