/** Tickets and windows: how long visitors wait, how well they are told, and whether anybody is called twice. */
import type { Figure } from '../measure.ts'
import { benchAdvice } from './advising.ts'
import { benchDoubleCalls } from './doubleCalls.ts'
import { benchFengxian } from './fengxian.ts'
import { benchForecast } from './forecasting.ts'
import { benchPromises } from './promising.ts'
import { benchRouting } from './routing.ts'
import { benchPromiseSpeed } from './speed.ts'

export const benchQueue = async (): Promise<Figure[]> => [
  ...(await benchDoubleCalls()),
  ...(await benchAdvice()),
  ...benchPromiseSpeed(),
  ...benchRouting(),
  ...benchFengxian(),
  ...benchPromises(),
  ...benchForecast(),
]
