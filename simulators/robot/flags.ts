/** A robot's options from the command line. */
import { parseArgs } from 'node:util'
import { z } from 'zod'
import { VdaVersion } from '#contracts/vda5050/header.ts'

const Flags = z.object({
  mqtt: z.string(),
  username: z.string().optional(),
  password: z.string().optional(),
  interface: z.string().default('uagv'),
  manufacturer: z.string(),
  serial: z.string(),
  version: VdaVersion.default('2.1.0'),
  node: z.string(),
  map: z.string(),
  x: z.coerce.number(),
  y: z.coerce.number(),
  speed: z.coerce.number().positive().default(0.8),
  battery: z.coerce.number().min(0).max(100).default(100),
})

const USAGE = `node --import tsx simulators/robot.ts --mqtt mqtt://127.0.0.1:1883 --manufacturer M --serial S
  --node n0 --map F1 --x 0 --y 0 [--interface uagv] [--version 2.1.0] [--speed 0.8] [--battery 100]
  [--username U --password P]`

/** Throws with a sentence and the usage when a flag is missing or wrong. */
export const parseFlags = (args: readonly string[]) => {
  const options = Object.fromEntries(Object.keys(Flags.shape).map((name) => [name, { type: 'string' as const }]))
  const read = Flags.safeParse(parseArgs({ args: [...args], options }).values)
  if (!read.success) {
    const issue = read.error.issues[0]
    throw new Error(`--${issue?.path.join('.')}: ${issue?.message}\n${USAGE}`)
  }
  const flags = read.data
  return {
    mqttUrl: flags.mqtt,
    username: flags.username,
    password: flags.password,
    interfaceName: flags.interface,
    manufacturer: flags.manufacturer,
    serialNumber: flags.serial,
    vdaVersion: flags.version,
    start: { nodeId: flags.node, mapId: flags.map, x: flags.x, y: flags.y },
    speedMps: flags.speed,
    batteryPercent: flags.battery,
  }
}
