/** The admin of a box: there from the first start on, so that there is somebody to let the others in. */
import { randomBytes } from 'node:crypto'
import { DatabaseFault } from '../faults.ts'
import type { Log } from '../log.ts'
import { ADMIN_NAME, type People } from './people.ts'

const DRAWN_BYTES = 12

/** The given password holds from now on; without one, a new admin's is drawn and given back, this once. */
export const ensureAdmin = async (needs: {
  people: People
  password: string | undefined
  log: Log
}): Promise<string | undefined> => {
  const { people, password, log } = needs
  const admin = people.named(ADMIN_NAME)
  try {
    if (!admin) {
      const drawn = password ?? randomBytes(DRAWN_BYTES).toString('base64url')
      await people.add({ name: ADMIN_NAME, displayName: 'Admin', role: 'admin', password: drawn })
      return password === undefined ? drawn : undefined
    }
    const isNew = password !== undefined && !(await people.isPasswordOf(admin, password))
    if (isNew) await people.change(admin.personId, { password })
  } catch (error) {
    if (!(error instanceof DatabaseFault)) throw error
    log.error({ error }, 'the admin’s account could not be written down')
  }
  return undefined
}
