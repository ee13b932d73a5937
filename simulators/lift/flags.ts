/** A lift's options from the command line. */
import { z } from 'zod'
import { FloorId, HallId, LiftId } from '#contracts/ids.ts'
import { readFlags } from '../flags.ts'

const Flags = z.object({
  mqtt: z.string().default('mqtt://127.0.0.1:1883'),
  username: z.string().optional(),
  password: z.string().optional(),
  hall: HallId,
  lift: LiftId,
  floors: z
    .string()
    .transform((list) => list.split(','))
    .pipe(z.array(FloorId).min(2)),
  floor: FloorId.optional(),
  secondsPerFloor: z.coerce.number().positive().default(8),
  doorSeconds: z.coerce.number().positive().default(3),
  peopleEverySeconds: z.coerce.number().positive().optional(),
  seed: z.coerce.number().int().default(1),
  speed: z.coerce.number().positive().default(1),
})

const USAGE = `node --import tsx simulators/lift.ts --hall H --lift L1 --floors F1,F2 [--floor F1]
  [--mqtt mqtt://127.0.0.1:1883] [--username U --password P] [--secondsPerFloor 8] [--doorSeconds 3]
  [--peopleEverySeconds 60 --seed 1] [--speed 1]`

/** Floors from the bottom up; `speed` is how fast its clock runs. Throws when a flag is missing or wrong. */
export const parseFlags = (args: readonly string[]) => {
  const { mqtt: mqttUrl, hall: hallId, lift: liftId, floor, ...others } = readFlags(Flags, USAGE, args)
  return { mqttUrl, hallId, liftId, ...(floor && { startFloor: floor }), ...others }
}
