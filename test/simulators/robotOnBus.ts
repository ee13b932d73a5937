/** A simulated robot on a real broker, and a fleet control that says what a test wants it to. */
import { expect } from 'vitest'
import type { Action } from '#contracts/vda5050/order.ts'
import { type RobotOptions, startRobot } from '#simulators/robot.ts'
import type { useBus } from './bus.ts'
import { instantly, order } from './orders.ts'
import { createJudge } from './schemas.ts'

const START = { nodeId: 'a', mapId: 'F1', x: 0, y: 0 }

let robots = 0

/** At node `a`, at 1 m/s, with 2 s for a pick; see `order` for the way ahead of it. */
export const openRobot = async (
  { closedAfter, device, openEars }: ReturnType<typeof useBus>,
  options: Partial<RobotOptions> = {},
) => {
  robots += 1
  const serialNumber = `S${robots}`
  const root = `uagv/v2/M/${serialNumber}`
  const ears = await openEars(`${root}/+`)
  const at = device()
  const identity = { interfaceName: 'uagv', manufacturer: 'M', serialNumber, vdaVersion: '2.1.0' as const }
  const body = { start: START, speedMps: 1, handlingSeconds: 2 }
  const robot = closedAfter(await startRobot({ ...at, ...identity, ...body, ...options }))
  const judge = createJudge(options.vdaVersion ?? '2.1.0')
  const until = (expected: object) => ears.until(`${root}/state`, (state) => expect(state).toMatchObject(expected))
  await until({ orderId: '' })
  return {
    robot,
    clock: at.clock,
    until,
    untilSaid: (topic: string, expected: object) =>
      ears.until(`${root}/${topic}`, (said) => expect(said).toMatchObject(expected)),
    /** Lets time pass and waits until its state is so. */
    after: async (seconds: number, expected: object) => {
      at.clock.advance(seconds * 1000)
      await until(expected)
    },
    pass: (seconds: number) => at.clock.advance(seconds * 1000),
    /** Sends an order, and waits until it has it. */
    drive: async (...given: Parameters<typeof order>) => {
      const message = order(...given)
      await ears.say(`${root}/order`, message)
      const { orderId, orderUpdateId } = message
      await until({ orderId, orderUpdateId })
    },
    /** Sends an order that it does not take, and waits for the errors. */
    refuses: async (message: object, ...errorTypes: string[]) => {
      await ears.say(`${root}/order`, message)
      await until({ errors: errorTypes.map((errorType) => ({ errorType, errorLevel: 'WARNING' })) })
    },
    /** Sends instant actions, and waits until each is over. */
    act: async (...actions: Action[]) => {
      await ears.say(`${root}/instantActions`, instantly(...actions))
      const listed = actions.map(({ actionId }) =>
        expect.objectContaining({ actionId, actionStatus: expect.stringMatching(/FINISHED|FAILED/) }),
      )
      await until({ actionStates: expect.arrayContaining(listed) })
    },
    last: (topic: string) => ears.last(`${root}/${topic}`),
    /** All that it has said on one topic. */
    said: (topic: string) => ears.heard.filter((one) => one.topic === `${root}/${topic}`).map(({ message }) => message),
    /** What the official schemas say against anything it has said. */
    complaints: () => [
      ...new Set(
        ears.heard.flatMap(({ topic, message }) => ownTopic(root, topic).flatMap((name) => judge(name, message))),
      ),
    ],
  }
}

/** Its own topics: orders and instant actions are what a test says. */
const ownTopic = (root: string, topic: string): string[] => {
  const name = topic.slice(root.length + 1)
  return ['order', 'instantActions'].includes(name) ? [] : [name]
}
