/** A robot that takes VDA 5050 orders and does what they say, a node or an action a second; it refuses what the text lets it refuse. */
import { RobotReport } from '#contracts/robots.ts'
import type { SiteRobot } from '#contracts/siteFleet.ts'
import type { Action, OrderContent, OrderNode } from '#contracts/vda5050/order.ts'
import type { Want } from '#edge/core/fleet/wanting.ts'

type Status = RobotReport['actions'][number]['status']
type InstantAction = Extract<Want, { actionId: string }>

export interface WorldRobot {
  /** As it would say it now. */
  report: RobotReport
  /** It neither hears nor speaks, but drives on as far as it may. */
  away: boolean
  /** It does not drive. */
  stands: boolean
  /** So many of its next picks and drops fail. */
  failing: number
  /** It refuses every order. */
  refusing: boolean
  /** Where it has taken up what it carries. */
  load: string | undefined
  /** What it has carried from where to where. */
  readonly carried: { from: string; to: string }[]
  /** What it has refused. */
  readonly refused: string[]
  hear(order: OrderContent): void
  act(action: InstantAction): void
  /** One second of its life; `isOpen` says whether lifts and doors let it through. */
  live(isOpen: (from: string, to: string) => boolean): void
  /** Somebody has moved it. */
  move(nodeId: string): void
  /** It has been switched off and on. */
  forget(): void
}

export const createWorldRobot = ({ homeNodeId }: SiteRobot): WorldRobot => {
  const report = RobotReport.parse({
    orderId: '',
    orderUpdateId: 0,
    mode: 'automatic',
    batteryPercent: 100,
    charging: false,
    lastNodeId: homeNodeId,
    nodesLeft: 0,
    edgesLeft: 0,
    actions: [],
    faults: [],
    rejections: [],
  })
  let ahead: OrderNode[] = []
  /** What is still to be done on the node where it stands. */
  let here: Action[] = []
  let cancelled = false

  const isBusy = (): boolean => ahead.length > 0 || here.length > 0
  const count = (): void => {
    report.nodesLeft = ahead.length
    report.edgesLeft = ahead.length
  }
  const list = (actionId: string, status: Status): void => {
    const others = report.actions.filter((action) => action.actionId !== actionId)
    report.actions = [...others, { actionId, status }]
  }
  const stop = (): void => {
    for (const { actionId } of [...here, ...ahead.flatMap(({ actions }) => actions)]) list(actionId, 'failed')
    here = []
    ahead = []
    count()
  }
  const refuse = (errorType: string, { orderId, orderUpdateId }: OrderContent): void => {
    robot.refused.push(`${errorType} ${orderId} ${orderUpdateId}`)
    report.rejections = [{ errorType, orderId }]
  }
  const take = ({ orderId, orderUpdateId, nodes }: OrderContent, base: OrderNode[]): void => {
    const [, ...further] = nodes
    const dropped = new Set(ahead.slice(base.length).flatMap(({ actions }) => actions.map(({ actionId }) => actionId)))
    report.actions = report.actions.filter(({ actionId }) => !dropped.has(actionId))
    ahead = [...base, ...further]
    for (const { actionId } of further.flatMap(({ actions }) => actions)) list(actionId, 'waiting')
    Object.assign(report, { orderId, orderUpdateId, rejections: [] })
    count()
  }
  const begin = (order: OrderContent): void => {
    const [first] = order.nodes
    if (isBusy() || first?.nodeId !== report.lastNodeId) {
      refuse(isBusy() ? 'orderError' : 'noRouteError', order)
      return
    }
    report.actions = []
    report.lastSequence = first.sequenceId
    cancelled = false
    here = [...first.actions]
    for (const { actionId } of here) list(actionId, 'waiting')
    take(order, [])
  }
  const goOn = (order: OrderContent): void => {
    if (order.orderUpdateId <= report.orderUpdateId) return
    const base = ahead.filter(({ released }) => released)
    const last = base.at(-1)?.sequenceId ?? report.lastSequence
    if (cancelled || order.nodes[0]?.sequenceId !== last) refuse('orderUpdateError', order)
    else take(order, base)
  }
  const finish = ({ actionId, actionType }: Action): void => {
    const fails = (actionType === 'pick' || actionType === 'drop') && robot.failing > 0
    if (fails) robot.failing--
    list(actionId, fails ? 'failed' : 'finished')
    if (fails) return
    if (actionType === 'pick') robot.load = report.lastNodeId
    if (actionType !== 'drop') return
    robot.carried.push({ from: robot.load ?? '', to: report.lastNodeId })
    robot.load = undefined
  }
  const work = (action: Action): void => {
    const status = report.actions.find(({ actionId }) => actionId === action.actionId)?.status
    if (status === 'waiting') {
      list(action.actionId, 'running')
      return
    }
    here.shift()
    finish(action)
  }

  const robot: WorldRobot = {
    report,
    away: false,
    stands: false,
    failing: 0,
    refusing: false,
    load: undefined,
    carried: [],
    refused: [],
    hear: (order) => {
      if (robot.refusing) refuse('validationError', order)
      else if (order.orderId === report.orderId) goOn(order)
      else begin(order)
    },
    act: ({ say, actionId }) => {
      if (report.actions.some((action) => action.actionId === actionId)) return
      if (say === 'cancelOrder') {
        cancelled = true
        list(actionId, isBusy() ? 'finished' : 'failed')
        stop()
        return
      }
      if (say === 'startPause' || say === 'stopPause') report.paused = say === 'startPause'
      if (say === 'startCharging' || say === 'stopCharging') report.charging = say === 'startCharging'
      list(actionId, 'finished')
    },
    live: (isOpen) => {
      if (report.paused || report.mode !== 'automatic' || report.faults.length > 0) return
      const [action] = here
      if (action) {
        work(action)
        return
      }
      const [next] = ahead
      if (robot.stands || report.charging || !next?.released) return
      if (!isOpen(report.lastNodeId, next.nodeId)) throw new Error(`${report.lastNodeId} to ${next.nodeId} is shut`)
      ahead.shift()
      Object.assign(report, { lastNodeId: next.nodeId, lastSequence: next.sequenceId })
      here = [...next.actions]
      count()
    },
    move: (nodeId) => {
      stop()
      report.lastNodeId = nodeId
    },
    forget: () => {
      stop()
      Object.assign(report, { orderId: '', orderUpdateId: 0, lastSequence: 0, actions: [], rejections: [] })
    },
  }
  return robot
}
