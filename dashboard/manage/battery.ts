/** How a robot's battery stands against the hall's thresholds. */
import type { Site } from '#contracts/site.ts'

/** Urgent while it only goes to a charger, attention while it charges whenever it is idle. */
export const batteryState = (
  percent: number,
  { criticalPercent, goodPercent }: Pick<Site['fleet']['battery'], 'criticalPercent' | 'goodPercent'>,
): 'fine' | 'attention' | 'urgent' => {
  if (percent < criticalPercent) return 'urgent'
  return percent < goodPercent ? 'attention' : 'fine'
}
