/** Words for robots, and for the lifts and doors they use, in Chinese. */
import type { AlertSource } from '#contracts/alerts.ts'
import type { Leaf } from '#contracts/lifts.ts'
import type { Condition } from '../../parts/condition.ts'

/** What a sentence about a robot may speak of; empty where it is not known. */
export interface RobotFacts {
  /** Where it stands: `3 号窗口旁`, `near window 3`. */
  readonly where: string
  /** The robot it waits for; or, of an alert, the robot itself. */
  readonly robot: string
  readonly lift: string
  readonly door: string
  /** Where it is loaded or unloaded. */
  readonly place: string
  /** Where it comes from, and where it is bound. */
  readonly from: string
  readonly to: string
}

type Saying = (facts: RobotFacts) => string

/** After the name of the robot: why it does not go on. */
export type HeldUpCode =
  | 'robot'
  | 'liftComing'
  | 'liftBusy'
  | 'liftOut'
  | 'doorOpening'
  | 'doorOut'
  | 'load'
  | 'unload'
  | 'handover'
  | 'obstacle'
  | 'noWay'
  | 'order'
  | 'silent'
  | 'paused'
  | 'notAutomatic'
  | 'faulty'
  | 'placeUnknown'
  | 'stray'

type Problem = Extract<AlertSource, { by: 'robot' }>['problem']

/** Between Chinese and what is written in other letters. */
const spaced = (text: string): string =>
  text.replace(/(\p{Script=Han})([A-Za-z0-9])/gu, '$1 $2').replace(/([A-Za-z0-9])(\p{Script=Han})/gu, '$1 $2')

const heldUp: Record<HeldUpCode, Saying> = {
  robot: ({ where, robot }) => spaced(`${where && `在${where}`}等 ${robot} 让开`),
  liftComing: ({ lift }) => spaced(`等${lift}过来`),
  liftBusy: ({ lift }) => spaced(`等${lift}空出来`),
  liftOut: ({ lift }) => spaced(`${lift}停用，等人处理`),
  doorOpening: ({ door }) => spaced(`等${door}打开`),
  doorOut: ({ door }) => spaced(`${door}停用，等人处理`),
  load: ({ place }) => spaced(`在${place}等人装件`),
  unload: ({ place }) => spaced(`在${place}等人取件`),
  handover: ({ place }) => spaced(`在${place}等人装件或取件`),
  obstacle: ({ where }) => spaced(`${where && `停在${where}，`}路被挡住，请移开障碍`),
  noWay: ({ to }) => spaced(`去${to}的路都被占着，等让出一条`),
  order: () => '还没有回应大厅的指令',
  silent: () => '没有消息，不知道现在怎样',
  paused: () => '被人暂停了，点「继续」才走',
  notAutomatic: () => '转成了人工操作，等人交还',
  faulty: () => '出了故障，等人处理',
  placeUnknown: () => '不知道自己在哪，请推回路线上',
  stray: () => '在做不是大厅给的任务，做完才能派',
}

const condition: Record<Condition, string> = {
  free: '空闲',
  driving: '行驶中',
  handover: '装卸中',
  charging: '充电中',
  heldUp: '等候中',
  paused: '已暂停',
  byHand: '人工操作',
  batteryLow: '电量低',
  needsPerson: '等人处理',
  outOfReach: '失联',
}

/** What is wrong, and what whoever goes there should do. */
const trouble: Record<Problem, { what: Saying; todo: Saying }> = {
  lost: {
    what: ({ robot, where }) => spaced(`${robot} 失联，东西还在它身上${where && `，最后在${where}`}`),
    todo: ({ to }) => spaced(to ? `请找到它，把东西送到${to}。` : '请找到它，把东西取下来。'),
  },
  faulty: {
    what: ({ robot, where }) => spaced(`${robot} 出了故障${where && `，停在${where}`}`),
    todo: () => '请按它屏幕上的提示处理；不行就推到一边，告诉管理员。',
  },
  obstacle: {
    what: ({ robot, where }) => spaced(`${robot} ${where && `停在${where}，`}路被挡住`),
    todo: () => '请移开障碍，它会自己接着走。',
  },
  failed: {
    what: ({ robot, to }) => spaced(`${robot} 没能把东西送到${to}`),
    todo: ({ to }) => spaced(`请从它身上取下东西${to && `，送到${to}`}。`),
  },
  load: {
    what: ({ robot, from }) =>
      spaced(from ? `任务取消了，东西还在 ${robot} 身上` : `${robot} 身上有东西，却没有要送的任务`),
    todo: ({ from }) => spaced(`请取下来${from && `，还给${from}`}。`),
  },
  lift: {
    what: ({ robot, lift }) => spaced(`${robot} 在${lift || '电梯'}那里停了太久`),
    todo: () => '请去看电梯：能开门就让它出来，不能就报修。',
  },
  misplaced: {
    what: ({ robot, where }) => spaced(`${robot} 不在路线上${where && `，最后在${where}`}`),
    todo: () => '请把它推回路线上，或推回充电位。',
  },
  handover: {
    what: ({ robot, place, where }) => spaced(`${robot} 在${place || where || '停靠点'}等了很久，没有人装取`),
    todo: () => '请装上或取下东西，再按下面的键。',
  },
}

const leaf: Record<Leaf, string> = { open: '开着', closed: '关着', moving: '在动' }

export const zh = {
  heldUp,
  condition,
  trouble,
  beside: (place: string) => `${place}旁`,
  inLift: (lift: string) => `${lift}里`,
  atCharger: '充电位',
  charger: '充电位',
  onFloor: (floor: string) => floor,
  toCharger: '去充电',
  fetching: '取件',
  neverHeard: '还没有报到',
  nowhere: '位置不明',

  loaded: '已装好',
  taken: '已取件',
  pause: '暂停',
  resume: '继续',
  battery: (percent: number) => `电量 ${percent}%`,

  leaf,
  liftDoor: (leaf: string) => `门${leaf}`,
  liftHere: (lift: string) => `${lift}在此`,
  liftAt: (lift: string, floor: string) => `${lift}在${floor}`,
  servesRobot: '机器人在用',
  out: (name: string) => `${name}停用`,
  silent: (name: string) => `${name}没有消息`,

  saved: '今日为窗口省下',
  hours: '小时',
  minutes: '分钟',
}
export type RobotWords = typeof zh
