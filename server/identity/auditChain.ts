/** How the rows of the register hang together: the hash of each covers the one before. */
import { createHash } from 'node:crypto'
import type { AuditRow, Link } from './auditStore.ts'

export const FIRST_HASH = ''

export const hashAfter = (
  before: string,
  { n, at, by, role, what, subject, address, outcome }: Omit<AuditRow, 'hash'>,
) =>
  createHash('sha256')
    .update(JSON.stringify([before, n, at, by, role, what, subject, address, outcome]))
    .digest('base64url')

/** `before` is the link before the first of them. */
export const firstBroken = (before: Link | undefined, rows: readonly AuditRow[]): number | undefined => {
  let last = { n: before?.n ?? 0, hash: before?.hash ?? FIRST_HASH }
  for (const row of rows) {
    if (row.n !== last.n + 1 || row.hash !== hashAfter(last.hash, row)) return row.n
    last = row
  }
  return undefined
}
