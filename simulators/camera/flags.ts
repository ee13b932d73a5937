/** A camera's options from the command line. */
import { z } from 'zod'
import { readFlags } from '../flags.ts'

const Flags = z.object({
  mqtt: z.string().default('mqtt://127.0.0.1:1883'),
  username: z.string().optional(),
  password: z.string().optional(),
  hall: z.string(),
  camera: z.string(),
  fps: z.coerce.number().positive().max(10).default(1),
  seed: z.coerce.number().int().default(1),
  speed: z.coerce.number().positive().default(1),
})

const USAGE = `node --import tsx simulators/camera.ts --hall H --camera C [--mqtt mqtt://127.0.0.1:1883]
  [--username U --password P] [--fps 1] [--seed 1] [--speed 1]`

/** `speed` is how fast its clock runs. Throws with a sentence and the usage when a flag is missing or wrong. */
export const parseFlags = (args: readonly string[]) => {
  const { mqtt: mqttUrl, hall: hallId, camera: cameraId, ...others } = readFlags(Flags, USAGE, args)
  return { mqttUrl, hallId, cameraId, ...others }
}
