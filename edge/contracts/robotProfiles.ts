/** What makers of robots have made of VDA 5050, as data: one line for each dialect. */

export interface RobotProfile {
  /** The key under which it looks for instant actions; the schema says `actions`, some of 2.0 know the older one. */
  readonly instantActionsKey: 'actions' | 'instantActions' | 'both'
  /** False for one that drives on into the horizon: it gets short orders, all of them released, one after the other. */
  readonly heedsReleased: boolean
  /** Whether it takes things up and hands them over by the actions pick and drop, or a person loads and unloads it. */
  readonly handling: 'robot' | 'person'
  /** Parameters its pick and drop ask for; the standard has no defaults for them (VDA 5050 2.0, 6.8.2). */
  readonly loadParameters: Readonly<Record<string, string>>
  /** Whether it has to be told on which map it is after a lift ride, by the node action initPosition. */
  readonly needsMapChange: boolean
}

const standard: RobotProfile = {
  instantActionsKey: 'both',
  heedsReleased: true,
  handling: 'robot',
  loadParameters: { stationType: 'floor', loadType: 'EPAL' },
  needsMapChange: true,
}

const profiles = {
  standard,
  /** As the text has it, for robots that refuse what they do not know. */
  strict: { ...standard, instantActionsKey: 'actions', loadParameters: {} },
  /** A tray without arms: clerks load and unload it. */
  tray: { ...standard, handling: 'person' },
  /** Clients of NVIDIA Isaac Mission Dispatch. */
  missionDispatch: { ...standard, instantActionsKey: 'instantActions', heedsReleased: false, handling: 'person' },
} as const satisfies Record<string, RobotProfile>

export type ProfileName = keyof typeof profiles
export const profileNames = ['standard', 'strict', 'tray', 'missionDispatch'] as const satisfies ProfileName[]

/** The profile a robot of the site goes by, with what the site file says otherwise. */
export const profileOf = (robot: {
  profile: ProfileName
  instantActionsKey?: RobotProfile['instantActionsKey'] | undefined
  handling?: RobotProfile['handling'] | undefined
}): RobotProfile => {
  const profile: RobotProfile = profiles[robot.profile]
  const { instantActionsKey = profile.instantActionsKey, handling = profile.handling } = robot
  return { ...profile, instantActionsKey, handling }
}
