/** Random secrets, and what is kept of them: a hash that gives nothing away. */
import {
  createCipheriv,
  createDecipheriv,
  createHash,
  createHmac,
  hkdfSync,
  randomBytes,
  randomInt,
  timingSafeEqual,
} from 'node:crypto'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { ServerFault } from '../faults.ts'

const TOKEN_BYTES = 32
const KEY_BYTES = 32
const NONCE_BYTES = 12
const TAG_BYTES = 16
/** Without what is mistaken for something else when read from a screen: 0 O, 1 I L. */
const CODE_SIGNS = 'ABCDEFGHJKMNPQRSTUVWXYZ23456789'
const CODE_LENGTH = 8

/** 256 bits, as base64url. */
export const drawToken = (): string => randomBytes(TOKEN_BYTES).toString('base64url')

/** Eight signs that somebody types. */
export const drawPairingCode = (): string =>
  Array.from({ length: CODE_LENGTH }, () => CODE_SIGNS[randomInt(CODE_SIGNS.length)]).join('')

/** Of a token of full length: a slow hash would add nothing to 256 bits. */
export const hashOf = (token: string): string => createHash('sha256').update(token).digest('base64url')

export const sameText = (one: string, other: string): boolean =>
  timingSafeEqual(createHash('sha256').update(one).digest(), createHash('sha256').update(other).digest())

/** What the box alone can make and open; with the key file lost, tickets get new secrets and authenticators are set up anew. */
export interface BoxKey {
  /** The secret that the link to a ticket carries. */
  ticketSecret(ticketId: string): string
  seal(text: string): string
  /** Undefined when it was sealed by another key. */
  unseal(sealed: string): string | undefined
}

const readKey = (file: string): Buffer => {
  try {
    const key = Buffer.from(readFileSync(file, 'utf8').trim(), 'base64')
    if (key.length === KEY_BYTES) return key
  } catch (fault) {
    if (fault instanceof Error && 'code' in fault && fault.code === 'ENOENT') return drawKey(file)
    throw new ServerFault(`${file} cannot be read: see that it belongs to whoever starts the hall`, { cause: fault })
  }
  throw new ServerFault(`${file} holds no key: put the right one back, or delete it to have a new one drawn`)
}

const drawKey = (file: string): Buffer => {
  const key = randomBytes(KEY_BYTES)
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, `${key.toString('base64')}\n`, { mode: 0o600, flag: 'wx' })
  return key
}

/** Without a file the key lasts as long as the process. Throws ServerFault. */
export const openBoxKey = (file: string | undefined): BoxKey => {
  const key = file === undefined ? randomBytes(KEY_BYTES) : readKey(file)
  const derived = (use: string) => Buffer.from(hkdfSync('sha256', key, '', use, KEY_BYTES))
  const ticketKey = derived('ticket')
  const sealKey = derived('seal')
  return {
    ticketSecret: (ticketId) => createHmac('sha256', ticketKey).update(ticketId).digest('base64url').slice(0, 24),
    seal: (text) => {
      const nonce = randomBytes(NONCE_BYTES)
      const cipher = createCipheriv('aes-256-gcm', sealKey, nonce)
      const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
      return Buffer.concat([nonce, cipher.getAuthTag(), body]).toString('base64')
    },
    unseal: (sealed) => {
      try {
        const bytes = Buffer.from(sealed, 'base64')
        const decipher = createDecipheriv('aes-256-gcm', sealKey, bytes.subarray(0, NONCE_BYTES))
        decipher.setAuthTag(bytes.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES))
        const body = bytes.subarray(NONCE_BYTES + TAG_BYTES)
        return Buffer.concat([decipher.update(body), decipher.final()]).toString('utf8')
      } catch {
        return undefined
      }
    },
  }
}
