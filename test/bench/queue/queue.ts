/** Tickets and windows: how long visitors wait, how well they are told, and whether anybody is called twice. */
import type { Figure } from '../measure.ts'
import { benchForecast } from './forecasting.ts'
import { benchRouting } from './routing.ts'

export const benchQueue = async (): Promise<Figure[]> => [...benchRouting(), ...benchForecast()]
