/** Who may publish, retain and subscribe what on the hall's bus. */
import { covers, isTopic } from './topics.ts'

/** Topic roots are without a trailing slash: `uagv/v2/<manufacturer>/<serialNumber>`, `hall/<hallId>/camera/<cameraId>`. */
export type Account = { username: string; password: string } & (
  | { kind: 'hall' }
  | { kind: 'robot'; topicRoot: string; hallTopicRoot: string }
  | { kind: 'camera'; topicRoot: string }
  | { kind: 'lift' | 'door' | 'frigate'; topicRoot: string }
  | { kind: 'screen'; hallId: string }
)

/** Topic filters. What is published with the retain flag outside `retain` is passed on without it. */
export interface Permissions {
  publish: readonly string[]
  subscribe: readonly string[]
  retain: readonly string[]
}

const under = (root: string, ...names: readonly string[]): string[] => names.map((name) => `${root}/${name}`)

/** VDA 5050 2.x, 6.2: what a robot tells, and what it is told. */
const robot = (topicRoot: string, hallTopicRoot: string): Permissions => ({
  publish: [
    ...under(topicRoot, 'state', 'connection', 'visualization', 'factsheet'),
    ...under(hallTopicRoot, 'question'),
  ],
  subscribe: [...under(topicRoot, 'order', 'instantActions'), ...under(hallTopicRoot, 'answer')],
  retain: under(topicRoot, 'connection', 'factsheet'),
})

const camera = (topicRoot: string): Permissions => ({
  publish: under(topicRoot, 'frame', 'status', 'detections'),
  subscribe: [],
  retain: under(topicRoot, 'status'),
})

/** A lift or a door. */
const plant = (topicRoot: string): Permissions => ({
  publish: under(topicRoot, 'state'),
  subscribe: under(topicRoot, 'request'),
  retain: under(topicRoot, 'state'),
})

/** It tells what it sees, and talks with itself; nobody but the hall hears it. */
const frigate = (topicRoot: string): Permissions => ({
  publish: under(topicRoot, '#'),
  subscribe: under(topicRoot, '#'),
  retain: under(topicRoot, '#'),
})

const screen = (hallId: string): Permissions => ({
  publish: [],
  subscribe: under(`hall/${hallId}`, 'call', 'window/+/display', 'zone/+/occupancy', 'alert/+', 'card/+', 'status'),
  retain: [],
})

export const permissionsOf = (account: Account): Permissions => {
  switch (account.kind) {
    case 'hall':
      return { publish: ['#'], subscribe: ['#', '$SYS/#'], retain: ['#'] }
    case 'robot':
      return robot(account.topicRoot, account.hallTopicRoot)
    case 'camera':
      return camera(account.topicRoot)
    case 'lift':
    case 'door':
      return plant(account.topicRoot)
    case 'frigate':
      return frigate(account.topicRoot)
    case 'screen':
      return screen(account.hallId)
  }
}

/** A program on the box itself, in a hall without paired devices: any device of this hall, and any screen, never the hall. Frames, and what visitors ask robots, are for the hall alone. */
export const anonymousPermissions = (hallId: string, interfaceName: string): Permissions => {
  const devices = [
    robot(`${interfaceName}/v2/+/+`, `hall/${hallId}/robot/+`),
    camera(`hall/${hallId}/camera/+`),
    plant(`hall/${hallId}/lift/+`),
    plant(`hall/${hallId}/door/+`),
  ]
  const told = devices.flatMap(({ publish }) => publish)
  return {
    publish: told,
    subscribe: [
      ...told.filter((topic) => !/\/(frame|question)$/.test(topic)),
      ...devices.flatMap(({ subscribe }) => subscribe),
      ...screen(hallId).subscribe,
    ],
    retain: devices.flatMap(({ retain }) => retain),
  }
}

const isHeld = (filters: readonly string[], asked: string) => filters.some((filter) => covers(filter, asked))

export const mayPublish = (permissions: Permissions, topic: string): boolean => isHeld(permissions.publish, topic)
export const mayRetain = (permissions: Permissions, topic: string): boolean => isHeld(permissions.retain, topic)
export const maySubscribe = (permissions: Permissions, filter: string): boolean => isHeld(permissions.subscribe, filter)

const rootsOf = (account: Account): string[] => {
  switch (account.kind) {
    case 'hall':
      return []
    case 'robot':
      return [account.topicRoot, account.hallTopicRoot]
    case 'screen':
      return [account.hallId]
    default:
      return [account.topicRoot]
  }
}

/** Why these accounts cannot be used, or undefined: a `+` in a serial number would open every robot's topics. */
export const wrongIn = (accounts: readonly Account[]): string | undefined => {
  const names = new Set<string>()
  for (const account of accounts) {
    if (account.username === '') return 'an account of the broker has an empty user name'
    if (names.has(account.username)) return `two accounts of the broker are called "${account.username}"`
    names.add(account.username)
    const root = rootsOf(account).find((text) => !isTopic(text))
    if (root !== undefined) return `account "${account.username}": "${root}" may not be empty or hold + or #`
  }
  return undefined
}
