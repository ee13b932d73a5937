/** Who may do what on the bus, role by role. */
import { describe, expect, it } from 'vitest'
import {
  type Account,
  anonymousPermissions,
  mayPublish,
  mayRetain,
  maySubscribe,
  type Permissions,
  permissionsOf,
  wrongIn,
} from '#edge/adapters/broker/permissions.ts'

const by = { username: 'x', password: 'y' }
const R1 = { kind: 'robot', topicRoot: 'uagv/v2/acme/R1', hallTopicRoot: 'hall/h1/robot/R1' } as const
const roles: Record<string, Permissions> = {
  hall: permissionsOf({ ...by, kind: 'hall' }),
  robot: permissionsOf({ ...by, ...R1 }),
  camera: permissionsOf({ ...by, kind: 'camera', topicRoot: 'hall/h1/camera/C1' }),
  lift: permissionsOf({ ...by, kind: 'lift', topicRoot: 'hall/h1/lift/L1' }),
  door: permissionsOf({ ...by, kind: 'door', topicRoot: 'hall/h1/door/D1' }),
  frigate: permissionsOf({ ...by, kind: 'frigate', topicRoot: 'frigate' }),
  screen: permissionsOf({ ...by, kind: 'screen', hallId: 'h1' }),
  nobody: anonymousPermissions('h1', 'uagv'),
}

const rolesThat = (may: (permissions: Permissions) => boolean) =>
  Object.keys(roles).filter((role) => may(roles[role] ?? { publish: [], subscribe: [], retain: [] }))

describe('publishing', () => {
  it.each([
    ['uagv/v2/acme/R1/state', ['hall', 'robot', 'nobody']],
    ['uagv/v2/acme/R1/connection', ['hall', 'robot', 'nobody']],
    ['uagv/v2/acme/R1/visualization', ['hall', 'robot', 'nobody']],
    ['uagv/v2/acme/R1/factsheet', ['hall', 'robot', 'nobody']],
    ['uagv/v2/acme/R2/state', ['hall', 'nobody']],
    ['uagv/v2/acme/R1/order', ['hall']],
    ['uagv/v2/acme/R1/instantActions', ['hall']],
    ['other/v2/acme/R1/state', ['hall']],
    ['hall/h1/robot/R1/question', ['hall', 'robot', 'nobody']],
    ['hall/h1/robot/R2/question', ['hall', 'nobody']],
    ['hall/h1/robot/R1/answer', ['hall']],
    ['hall/h1/camera/C1/frame', ['hall', 'camera', 'nobody']],
    ['hall/h1/camera/C1/status', ['hall', 'camera', 'nobody']],
    ['hall/h1/camera/C1/detections', ['hall', 'camera', 'nobody']],
    ['hall/h1/camera/C2/frame', ['hall', 'nobody']],
    ['hall/h2/camera/C1/frame', ['hall']],
    ['hall/h1/lift/L1/state', ['hall', 'lift', 'nobody']],
    ['hall/h1/lift/L1/request', ['hall']],
    ['hall/h1/lift/L2/state', ['hall', 'nobody']],
    ['hall/h1/door/D1/state', ['hall', 'door', 'nobody']],
    ['hall/h1/door/D1/request', ['hall']],
    ['hall/h1/call', ['hall']],
    ['hall/h1/window/W1/display', ['hall']],
    ['hall/h1/alert/A1', ['hall']],
    ['hall/h1/zone/Z1/occupancy', ['hall']],
    ['hall/h1/status', ['hall']],
    ['frigate/events', ['hall', 'frigate']],
    ['frigate/front/person/snapshot', ['hall', 'frigate']],
    ['frigates/events', ['hall']],
    ['$SYS/x/heartbeat', []],
  ])('%s is for %j', (topic, expected) => {
    expect(rolesThat((permissions) => mayPublish(permissions, topic))).toEqual(expected)
  })
})

describe('subscribing', () => {
  it.each([
    ['#', ['hall']],
    ['$SYS/#', ['hall']],
    ['hall/#', ['hall']],
    ['hall/h1/#', ['hall']],
    ['+/+/+/+/+', ['hall']],
    ['uagv/v2/acme/R1/order', ['hall', 'robot', 'nobody']],
    ['uagv/v2/acme/R1/instantActions', ['hall', 'robot', 'nobody']],
    ['uagv/v2/acme/R1/+', ['hall']],
    ['uagv/v2/acme/R2/order', ['hall', 'nobody']],
    ['uagv/v2/+/+/order', ['hall', 'nobody']],
    ['uagv/v2/+/+/state', ['hall', 'nobody']],
    ['hall/h1/robot/R1/answer', ['hall', 'robot', 'nobody']],
    ['hall/h1/robot/R2/answer', ['hall', 'nobody']],
    ['hall/h1/robot/R1/question', ['hall']],
    ['hall/h1/robot/+/question', ['hall']],
    ['hall/h1/lift/L1/request', ['hall', 'lift', 'nobody']],
    ['hall/h1/lift/L2/request', ['hall', 'nobody']],
    ['hall/h1/door/D1/request', ['hall', 'door', 'nobody']],
    ['hall/h1/camera/+/frame', ['hall']],
    ['hall/h1/call', ['hall', 'screen', 'nobody']],
    ['hall/h1/window/+/display', ['hall', 'screen', 'nobody']],
    ['hall/h1/window/W1/display', ['hall', 'screen', 'nobody']],
    ['hall/h1/zone/+/occupancy', ['hall', 'screen', 'nobody']],
    ['hall/h1/alert/+', ['hall', 'screen', 'nobody']],
    ['hall/h1/card/+', ['hall', 'screen', 'nobody']],
    ['hall/h1/status', ['hall', 'screen', 'nobody']],
    ['hall/h2/call', ['hall']],
    ['hall/+/call', ['hall']],
    ['frigate/events', ['hall', 'frigate']],
    ['$share/g/hall/h1/call', []],
  ])('%s is for %j', (filter, expected) => {
    expect(rolesThat((permissions) => maySubscribe(permissions, filter))).toEqual(expected)
  })
})

describe('retaining', () => {
  it.each([
    ['uagv/v2/acme/R1/connection', ['hall', 'robot', 'nobody']],
    ['uagv/v2/acme/R1/factsheet', ['hall', 'robot', 'nobody']],
    ['uagv/v2/acme/R1/state', ['hall']],
    ['hall/h1/camera/C1/status', ['hall', 'camera', 'nobody']],
    ['hall/h1/camera/C1/frame', ['hall']],
    ['hall/h1/lift/L1/state', ['hall', 'lift', 'nobody']],
    ['hall/h1/door/D1/state', ['hall', 'door', 'nobody']],
  ])('%s is for %j', (topic, expected) => {
    expect(rolesThat((permissions) => mayRetain(permissions, topic))).toEqual(expected)
  })
})

describe('reading accounts', () => {
  const robot = (topicRoot: string): Account => ({ ...by, ...R1, topicRoot })
  it.each(['uagv/v2/acme/+', 'uagv/#', ''])('refuses the topic root %j', (topicRoot) => {
    expect(wrongIn([robot(topicRoot)])).toContain('may not be empty or hold + or #')
  })
  it('refuses two accounts of one name', () => {
    expect(wrongIn([robot('a/b'), robot('a/c')])).toBe('two accounts of the broker are called "x"')
  })
  it('accepts ordinary ones', () => expect(wrongIn([robot('uagv/v2/acme/R.1:a-b_c')])).toBeUndefined())
})
