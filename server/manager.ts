/** The manager's password: who may set cameras up and look through them, as long as people have no accounts here. */
import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { promisify } from 'node:util'
import { z } from 'zod'

export interface ManagerPassword {
  /** Slower after each wrong one; false at once while too many wait, and for what is too long to be one. */
  check(text: string): Promise<boolean>
}

/** The file with the hash cannot be used. */
export class ManagerFault extends Error {
  override readonly name = 'ManagerFault'
}

const DRAWN_BYTES = 12
const SALT_BYTES = 16
const HASH_BYTES = 32
const MOST_LENGTH = 256
const MOST_WAITING = 8
const FIRST_PAUSE = 100
const LONGEST_PAUSE = 3_200

const base64 = (bytes: number) => z.base64().length(4 * Math.ceil(bytes / 3))
const Kept = z.object({ salt: base64(SALT_BYTES), hash: base64(HASH_BYTES) })

interface Hashed {
  salt: Buffer
  hash: Buffer
}

const derive = promisify<string, Buffer, number, Buffer>(scrypt)

const hashed = async (password: string): Promise<Hashed> => {
  const salt = randomBytes(SALT_BYTES)
  return { salt, hash: await derive(password, salt, HASH_BYTES) }
}

const readHash = (file: string): Hashed => {
  try {
    const { salt, hash } = Kept.parse(JSON.parse(readFileSync(file, 'utf8')))
    return { salt: Buffer.from(salt, 'base64'), hash: Buffer.from(hash, 'base64') }
  } catch (cause) {
    throw new ManagerFault(`${file} holds no manager's password: delete it to have a new one drawn`, { cause })
  }
}

/** Only the hash stays; `tell` says the password this one time. */
const drawn = async (file: string, tell: (password: string) => void): Promise<Hashed> => {
  const password = randomBytes(DRAWN_BYTES).toString('base64url')
  const made = await hashed(password)
  const kept = { salt: made.salt.toString('base64'), hash: made.hash.toString('base64') }
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, `${JSON.stringify(kept)}\n`, { mode: 0o600, flag: 'wx' })
  tell(password)
  return made
}

/** The given password, or else the one of the file; when there is none yet, one is drawn and told. */
export const openManagerPassword = async (needs: {
  password?: string | undefined
  file: string
  tell(password: string): void
  rest?(ms: number): Promise<unknown>
}): Promise<ManagerPassword> => {
  const { password, file, tell, rest = (ms) => sleep(ms, undefined, { ref: false }) } = needs
  const known = async () => (existsSync(file) ? readHash(file) : drawn(file, tell))
  const { salt, hash } = password === undefined ? await known() : await hashed(password)
  let last: Promise<unknown> = Promise.resolve()
  let waiting = 0
  let failures = 0

  const compare = async (text: string): Promise<boolean> => {
    const right = timingSafeEqual(await derive(text, salt, hash.length), hash)
    failures = right ? 0 : failures + 1
    if (!right) await rest(Math.min(FIRST_PAUSE * 2 ** (failures - 1), LONGEST_PAUSE))
    return right
  }

  return {
    check: async (text) => {
      if (text.length > MOST_LENGTH || waiting >= MOST_WAITING) return false
      waiting += 1
      const mine = last
        .then(() => compare(text))
        .finally(() => {
          waiting -= 1
        })
      last = mine.catch(() => {})
      return mine
    },
  }
}
