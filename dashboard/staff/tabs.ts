/** What the floor staff's screen shows: one at a time on a phone. */
export const tabs = ['people', 'map', 'missions', 'guide'] as const
export type Tab = (typeof tabs)[number]
