/** A robot's options from the command line. */
import { z } from 'zod'
import { VdaVersion } from '#contracts/vda5050/header.ts'
import { readFlags } from '../flags.ts'

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
  handling: z.enum(['robot', 'person']).default('robot'),
  needsMapChange: z.stringbool().default(false),
  maxNodes: z.coerce.number().int().positive().optional(),
})

const USAGE = `node --import tsx simulators/robot.ts --mqtt mqtt://127.0.0.1:1883 --manufacturer M --serial S
  --node n0 --map F1 --x 0 --y 0 [--interface uagv] [--version 2.1.0] [--speed 0.8] [--battery 100]
  [--handling robot|person] [--needsMapChange yes] [--maxNodes 10] [--username U --password P]`

/** Throws with a sentence and the usage when a flag is missing or wrong. */
export const parseFlags = (args: readonly string[]) => {
  const flags = readFlags(Flags, USAGE, args)
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
    handling: flags.handling,
    needsMapChange: flags.needsMapChange,
    limits: flags.maxNodes === undefined ? {} : { 'order.nodes': flags.maxNodes },
  }
}
