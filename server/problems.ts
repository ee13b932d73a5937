/** How a no looks over HTTP: RFC 9457 problem details. Status codes for the hall are known here and in `problems/` alone. */
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import type { Refusal } from '#contracts/refusals.ts'
import type { Kind } from './problems/kind.ts'
import { type Objection, objections } from './problems/objections.ts'
import { refusals } from './problems/refusals.ts'

export type Complaint = Refusal | Objection
export type ComplaintCode = Complaint['code']

const kinds = { ...refusals, ...objections }

export const complaintCodes = Object.keys(kinds).sort()

/** The body of an `application/problem+json` answer. */
export interface Problem {
  type: string
  title: string
  status: ContentfulStatusCode
  code: ComplaintCode
}

export const problem = (complaint: Complaint): Problem => {
  const kind: Kind<Complaint> = kinds[complaint.code]
  return {
    type: `urn:hallkeeper:${complaint.code}`,
    title: kind.title(complaint),
    ...complaint,
    status: kind.status,
  }
}
