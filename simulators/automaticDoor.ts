/** An automatic door of the hall, simulated: a stranger who is told over MQTT to stand open, and tells how it stands. */
import { fileURLToPath } from 'node:url'
import { z } from 'zod'
import { SECOND } from '#contracts/durations.ts'
import { DoorId, HallId } from '#contracts/ids.ts'
import { DoorRequest, type DoorState } from '#contracts/lifts.ts'
import { runningClock } from './clock.ts'
import { type BusOptions, openEquipment } from './equipment.ts'
import { readFlags } from './flags.ts'

export interface AutomaticDoorOptions extends BusOptions {
  hallId: HallId
  doorId: DoorId
  /** To open, or to close; 2 unless told otherwise. */
  doorSeconds?: number
}

export interface AutomaticDoor {
  close(): Promise<void>
  /** It stands closed. */
  breakDown(): void
  /** Does again what it was told last. */
  repair(): void
}

/** Its leaf without the bus. `wide` is the gap when it is open; the leaf moves by one in a millisecond. */
const createLeaf = (wide: number) => {
  let gap = 0
  let open = false
  let inService = true
  const door = () => {
    if (!inService) return 'closed'
    if (gap === (open ? wide : 0)) return open ? 'open' : 'closed'
    return 'moving'
  }
  return {
    state: (): DoorState => ({ door: door(), inService }),
    ask: (json: unknown) => {
      open = DoorRequest.safeParse(json).data?.open ?? open
    },
    advance: (time: number) => {
      if (inService) gap = Math.min(wide, Math.max(0, gap + (open ? time : -time)))
    },
    breakDown: () => {
      inService = false
      gap = 0
    },
    repair: () => {
      inService = true
    },
  }
}

/** Resolves when it is on the bus. */
export const startAutomaticDoor = async (options: AutomaticDoorOptions): Promise<AutomaticDoor> => {
  const { hallId, doorId, doorSeconds = 2 } = options
  const leaf = createLeaf(doorSeconds * SECOND)
  const bus = await openEquipment(options, { topic: `hall/${hallId}/door/${doorId}`, ...leaf })
  return {
    close: bus.close,
    breakDown: () => {
      leaf.breakDown()
      bus.tell()
    },
    repair: () => {
      leaf.repair()
      bus.tell()
    },
  }
}

const Flags = z.object({
  mqtt: z.string().default('mqtt://127.0.0.1:1883'),
  username: z.string().optional(),
  password: z.string().optional(),
  hall: HallId,
  door: DoorId,
  doorSeconds: z.coerce.number().positive().default(2),
  speed: z.coerce.number().positive().default(1),
})

const USAGE = `node --import tsx simulators/automaticDoor.ts --hall H --door D1 [--mqtt mqtt://127.0.0.1:1883]
  [--username U --password P] [--doorSeconds 2] [--speed 1]`

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { mqtt: mqttUrl, hall: hallId, door: doorId, speed, ...others } = readFlags(Flags, USAGE, process.argv.slice(2))
  const door = await startAutomaticDoor({ mqttUrl, hallId, doorId, ...others, clock: runningClock(speed) })
  process.once('SIGTERM', () => door.close())
  process.once('SIGINT', () => door.close())
}
