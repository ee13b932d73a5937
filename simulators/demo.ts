/** A whole hall at work, with nobody in it: the box, and simulated visitors, clerks, robots and cameras around it. */
import { readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { z } from 'zod'
import { DevicePasswords } from '#contracts/devices.ts'
import { profileOf } from '#contracts/robotProfiles.ts'
import type { Site } from '#contracts/site.ts'
import { createLog } from '#edge/adapters/log.ts'
import { createSiteDesk } from '#edge/adapters/siteDesk.ts'
import { openSite } from '#edge/adapters/siteFile.ts'
import { type Box, openBox } from '#edge/box.ts'
import { type Config, readConfig } from '#edge/config.ts'
import { endWith, sayWhyNot } from '#edge/ending.ts'
import { createLife, type Life } from '#edge/life.ts'
import { linksTo } from '#server/identity/links.ts'
import { startAsker } from './asking.ts'
import { startAutomaticDoor } from './automaticDoor.ts'
import { startCamera } from './camera.ts'
import { startClerks } from './clerks.ts'
import { runningClock, type SimulatedClock } from './clock.ts'
import { createDoor } from './door.ts'
import { startLift } from './lift.ts'
import { nextDoorsOpen } from './opening.ts'
import { startPorters } from './porters.ts'
import { createDice } from './random.ts'
import { startRobot } from './robot.ts'
import { startVisitors } from './visitors.ts'

const Flags = z.object({
  speed: z.coerce.number().positive().max(120).default(1),
  seed: z.coerce.number().int().default(20261122),
  visitors: z.coerce.number().positive().default(60),
  opening: z.coerce.number().int().min(0).default(30),
  staffed: z.coerce.number().min(0).max(1).default(0.85),
})
type Flags = z.infer<typeof Flags>

const OWN_FOLDER = './data/demo'

/** On a fast day a camera films once a real second, and often enough for the hall not to think it silent. */
const SLOWEST_FPS = 0.125

const USAGE = `npm run demo -- [--speed 1..120] [--seed N] [--visitors PER_HOUR] [--opening VISITORS] [--staffed 0..1]`

const readFlags = (args: string[]): Flags => {
  const options = Object.fromEntries(Object.keys(Flags.shape).map((name) => [name, { type: 'string' as const }]))
  const read = Flags.safeParse(parseArgs({ args, options }).values)
  if (read.success) return read.data
  const [issue] = read.error.issues
  throw new Error(`--${issue?.path.join('.')}: ${issue?.message}\n${USAGE}`)
}

const startDevices = async (
  site: Site,
  box: Box,
  clock: SimulatedClock,
  config: Config,
  { seed, speed }: Flags,
  life: Life,
) => {
  const passwords = config.MQTT_URL
    ? undefined
    : DevicePasswords.parse(JSON.parse(readFileSync(join(config.dataDir, 'devices.json'), 'utf8')))
  for (const robot of site.robots) {
    const home = site.routeNodes.find(({ nodeId }) => nodeId === robot.homeNodeId)
    if (!home) continue
    const { floorId: mapId, x, y } = home.place
    const start = { nodeId: home.nodeId, mapId, x, y }
    const { robotId: username, manufacturer, serialNumber, vdaVersion } = robot
    const { handling, needsMapChange } = profileOf(robot)
    const who = {
      manufacturer,
      serialNumber,
      vdaVersion,
      interfaceName: site.interfaceName,
      start,
      speedMps: 0.8,
      handling,
      needsMapChange,
      clock,
    }
    await life.begin(
      startRobot({ mqttUrl: box.mqttUrl, username, password: passwords?.robots[robot.robotId], ...who }),
      (r) => r.close(),
    )
  }
  await startPlant(site, box, clock, passwords, life)
  for (const [i, { cameraId }] of site.cameras.entries()) {
    const password = passwords?.cameras[cameraId]
    const who = {
      hallId: site.hallId,
      cameraId,
      username: cameraId,
      password,
      fps: Math.max(SLOWEST_FPS, 1 / speed),
      clock,
      seed: seed + i,
    }
    await life.begin(startCamera({ mqttUrl: box.mqttUrl, ...who }), (camera) => camera.close())
  }
}

/** Lifts, automatic doors, and the robot at the guide desk that is asked things. */
const startPlant = async (
  { hallId, lifts, doors, robots }: Site,
  { mqttUrl }: Box,
  clock: SimulatedClock,
  passwords: DevicePasswords | undefined,
  life: Life,
) => {
  for (const { liftId, floorIds: floors } of lifts) {
    const who = { mqttUrl, username: liftId, password: passwords?.lifts[liftId], hallId, liftId, floors, clock }
    await life.begin(startLift(who), (lift) => lift.close())
  }
  for (const { doorId } of doors) {
    const who = { mqttUrl, username: doorId, password: passwords?.doors[doorId], hallId, doorId, clock }
    await life.begin(startAutomaticDoor(who), (door) => door.close())
  }
  const [guide] = robots.filter(({ kinds }) => kinds.includes('guide'))
  if (guide === undefined) return
  const { robotId: username, serialNumber } = guide
  const asked = { mqttUrl, username, password: passwords?.robots[username], hallId, serialNumber, clock }
  await life.begin(startAsker({ ...asked, random: createDice(serialNumber.length) }), (asker) => asker.close())
}

const startPeople = async (
  box: Box,
  clock: SimulatedClock,
  { seed, visitors, opening, staffed }: Flags,
  life: Life,
) => {
  const door = createDoor(box.url)
  await life.begin(startClerks({ door, clock, dice: createDice(seed, 1), staffed }), (clerks) => clerks.close())
  await life.begin(startPorters({ door, clock, dice: createDice(seed, 3) }), (porters) => porters.close())
  await life.begin(
    startVisitors({ door, clock, dice: createDice(seed, 2), perHour: visitors, atOpening: opening }),
    (people) => people.close(),
  )
}

const sayWhere = ({ url, identity }: Box, site: Site, { speed, seed }: Flags): void => {
  const lines = [...linksTo(site, identity), '/privacy', '/api/docs'].map((path) => `  ${url}${path}`)
  process.stdout.write(
    `\n${site.names.en} at ${speed} times the speed of the day, seed ${seed}:\n${lines.join('\n')}\n  each link with a code opens its screen once, and the browser stays paired\n  add &lang=en for English\n\n`,
  )
}

/** The demo's own folder begins empty each time: its clock may have run ahead of the world's. */
const ownFolder = (): string => {
  rmSync(OWN_FOLDER, { recursive: true, force: true })
  return OWN_FOLDER
}

const start = async (): Promise<Box> => {
  const flags = readFlags(process.argv.slice(2))
  const config = readConfig({ LOG_LEVEL: 'warn', DATA_DIR: process.env.DATA_DIR ?? ownFolder(), ...process.env })
  const log = createLog(config.LOG_LEVEL)
  const { site } = openSite(config.siteFile)
  const clock = runningClock(flags.speed, nextDoorsOpen(site, Date.now()))
  const life = createLife()
  const siteDesk = createSiteDesk({ file: config.siteFile, now: Date.now })
  const box = await life.begin(openBox({ site, config, clock, log, siteDesk }), (opened) => opened.close())
  const close = async () => void (await life.end())
  try {
    await startDevices(site, box, clock, config, flags, life)
    await startPeople(box, clock, flags, life)
  } catch (fault) {
    await close()
    throw fault
  }
  sayWhere(box, site, flags)
  return { ...box, close }
}

start().then(endWith, sayWhyNot)
