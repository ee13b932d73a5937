/** Who may connect to the embedded broker: the hall itself, and each device of the site by its own password. */
import { randomBytes } from 'node:crypto'
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import type { DeviceDesk, MachineKind } from '#contracts/deviceDesk.ts'
import { DevicePasswords } from '#contracts/devices.ts'
import type { Site } from '#contracts/site.ts'
import type { SiteCamera } from '#contracts/siteCameras.ts'
import type { Account } from './broker/permissions.ts'

/** The file of passwords cannot be used. */
export class DevicesFault extends Error {
  override readonly name = 'DevicesFault'
}

const drawn = (): string => randomBytes(18).toString('base64url')

const completed = (known: Record<string, string>, ids: readonly string[]): Record<string, string> => ({
  ...Object.fromEntries(ids.map((id) => [id, drawn()])),
  ...known,
})

const readPasswords = (file: string): DevicePasswords => {
  if (!existsSync(file)) return { hall: drawn(), robots: {}, cameras: {}, lifts: {}, doors: {} }
  try {
    return DevicePasswords.parse(JSON.parse(readFileSync(file, 'utf8')))
  } catch (cause) {
    throw new DevicesFault(
      `${file} does not hold the passwords of devices: mend it, or delete it to have new ones drawn`,
      { cause },
    )
  }
}

const isOfFrigate = ({ frigateName }: SiteCamera): boolean => frigateName !== undefined

/** Devices that are new in the site get a password; those that have left keep theirs for when they come back. */
export const openPasswords = (file: string, site: Site): DevicePasswords => {
  const known = readPasswords(file)
  const passwords = {
    hall: known.hall,
    robots: completed(
      known.robots,
      site.robots.map(({ robotId }) => robotId),
    ),
    cameras: completed(
      known.cameras,
      site.cameras.map(({ cameraId }) => cameraId),
    ),
    lifts: completed(
      known.lifts,
      site.lifts.map(({ liftId }) => liftId),
    ),
    doors: completed(
      known.doors,
      site.doors.map(({ doorId }) => doorId),
    ),
    ...(site.cameras.some(isOfFrigate) && { frigate: known.frigate ?? drawn() }),
  }
  write(file, passwords)
  return passwords
}

const write = (file: string, passwords: DevicePasswords): void => {
  writeFileSync(`${file}.new`, `${JSON.stringify(passwords, null, 2)}\n`, { mode: 0o600 })
  renameSync(`${file}.new`, file)
}

const drawers = { robot: 'robots', camera: 'cameras', lift: 'lifts', door: 'doors' } as const

/** `admit` is told of all accounts after each change. */
export const createDeviceDesk = (needs: {
  file: string
  site: Site
  passwords: DevicePasswords
  admit(accounts: Account[]): void
}): DeviceDesk => {
  const { file, site, passwords, admit } = needs
  const passwordOf = (kind: MachineKind, id: string) => passwords[drawers[kind]][id]
  return {
    credentialsOf: (kind, username) => {
      const password = passwordOf(kind, username)
      return password === undefined ? undefined : { username, password }
    },
    renew: (kind, id) => {
      if (passwordOf(kind, id) === undefined) return
      passwords[drawers[kind]][id] = drawn()
      write(file, passwords)
      admit(accountsOf(site, passwords))
    },
  }
}

/** The user name of a device is its id in the site. */
export const accountsOf = (site: Site, passwords: DevicePasswords): Account[] => [
  { kind: 'hall', username: 'hall', password: passwords.hall },
  ...(passwords.frigate && site.cameras.some(isOfFrigate)
    ? [
        {
          kind: 'frigate' as const,
          username: 'frigate',
          password: passwords.frigate,
          topicRoot: site.vision.frigateTopic,
        },
      ]
    : []),
  ...site.robots.flatMap(({ robotId, manufacturer, serialNumber }): Account[] => {
    const password = passwords.robots[robotId]
    const topicRoot = `${site.interfaceName}/v2/${manufacturer}/${serialNumber}`
    const hallTopicRoot = `hall/${site.hallId}/robot/${serialNumber}`
    return password ? [{ kind: 'robot', username: robotId, password, topicRoot, hallTopicRoot }] : []
  }),
  ...site.cameras.flatMap(({ cameraId }): Account[] => {
    const password = passwords.cameras[cameraId]
    return password
      ? [{ kind: 'camera', username: cameraId, password, topicRoot: `hall/${site.hallId}/camera/${cameraId}` }]
      : []
  }),
  ...site.lifts.flatMap(({ liftId }): Account[] => {
    const password = passwords.lifts[liftId]
    return password
      ? [{ kind: 'lift', username: liftId, password, topicRoot: `hall/${site.hallId}/lift/${liftId}` }]
      : []
  }),
  ...site.doors.flatMap(({ doorId }): Account[] => {
    const password = passwords.doors[doorId]
    return password
      ? [{ kind: 'door', username: doorId, password, topicRoot: `hall/${site.hallId}/door/${doorId}` }]
      : []
  }),
]
