/** Columns that many tables have. */
import { bigint, text } from 'drizzle-orm/pg-core'
import type { HallId } from '#contracts/ids.ts'
import type { Instant } from '#contracts/time.ts'

export const instant = () => bigint({ mode: 'number' }).$type<Instant>()
export const hall = () => text().$type<HallId>().notNull()
