/** The small hall with one tray robot that is driven by hand: clerks load and unload it. */
import { RobotId } from '#contracts/ids.ts'
import { RobotReport } from '#contracts/robots.ts'
import { SiteFile } from '#contracts/siteChecks.ts'
import { commandId } from '#test/support/names.ts'
import { type HouseNeeds, type OpenedHouse, openHouse } from '#test/support/openHouse.ts'
import { smallSite } from '#test/support/smallSite.ts'

export interface Courier extends OpenedHouse {
  /** The status and the body of the answer, as one. */
  told(method: string, path: string, body?: unknown): Promise<Record<string, unknown>>
  /** The robot says how it is: at its home and idle, unless told otherwise. */
  report(change?: object): Promise<void>
  /** The robot gets its orders and is where they end, and the hall sees it. */
  arrive(): Promise<void>
  /** Asks for a mission from window 1 to the back office and sees it delivered. */
  deliver(asked?: object): Promise<void>
}

const robotId = RobotId.parse('R1')
const MOST_ORDERS = 9

const courierSite = () => {
  const site = smallSite()
  return SiteFile.parse({ ...site, robots: site.robots.map((robot) => ({ ...robot, handling: 'person' })) })
}

const atHome = { orderId: '', orderUpdateId: 0, mode: 'automatic', batteryPercent: 80, charging: false }
const idle = { lastNodeId: 'n0', nodesLeft: 0, edgesLeft: 0, actions: [], faults: [], rejections: [] }

export const openCourier = async (needs: HouseNeeds = {}): Promise<Courier> => {
  const house = await openHouse({ site: courierSite(), ...needs })
  let reports = 0

  const told = async (method: string, path: string, body?: unknown) => {
    const answer = await house.ask(method, path, body)
    return { status: answer.status, ...(await answer.json()) }
  }
  const tick = async () => {
    house.clock.advance(1_000)
    await house.tick()
  }
  const report = async (change: object = {}) => {
    reports += 1
    const said = RobotReport.parse({ ...atHome, ...idle, ...change })
    const command = { type: 'reportRobot' as const, robotId, online: true, report: said }
    await house.hall.send({ id: commandId(`report:${reports}`), by: 'robot', command })
    await tick()
  }
  const arrive = async () => {
    await tick()
    for (let orders = 0; orders < MOST_ORDERS; orders++) {
      const order = house.mirror.record('course', robotId)?.course.order
      if (!order) return
      const { orderId, orderUpdateId, from, nodes } = order
      const lastSequence = 2 * (from + nodes.length - 1)
      await report({ orderId, orderUpdateId, lastNodeId: nodes.at(-1), lastSequence })
    }
    throw new Error('the robot is sent about for ever')
  }
  const deliver = async (asked: object = {}) => {
    const missing = { kind: 'delivery', from: 'W1', to: 'back-office', ...asked }
    const { mission } = await (await house.ask('POST', '/api/missions', missing)).json()
    for (let stops = 0; stops < 2; stops++) {
      await arrive()
      await house.ask('POST', `/api/missions/${mission.missionId}/confirm`)
    }
  }
  return { ...house, told, report, arrive, deliver }
}
