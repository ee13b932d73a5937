/** The log: one JSON line each, on standard output. */
import { pino } from 'pino'
import type { Log } from '../ports.ts'

export const createLog = (level: string): Log =>
  pino({ level, base: null, serializers: { error: pino.stdSerializers.err } })
