/** A certificate that a box makes for itself, for tests of TLS: P-256, for 127.0.0.1 and `hall.test`, good for a day. */
import { generateKeyPairSync, randomBytes, sign } from 'node:crypto'

const DAY = 24 * 60 * 60 * 1000

/** DER: a tag, the length, the content. */
const der = (tag: number, ...parts: Uint8Array[]): Buffer => {
  const content = Buffer.concat(parts)
  const { length } = content
  const long = length < 256 ? [0x81, length] : [0x82, length >> 8, length & 255]
  return Buffer.concat([Buffer.from([tag, ...(length < 128 ? [length] : long)]), content])
}
const sequence = (...parts: Uint8Array[]) => der(0x30, ...parts)
const oid = (...bytes: number[]) => der(0x06, Uint8Array.from(bytes))
const text = (tag: number, value: string) => der(tag, Buffer.from(value))
const utcTime = (at: number) => text(0x17, `${new Date(at).toISOString().replaceAll(/[-:T]/g, '').slice(2, 14)}Z`)

const ECDSA_SHA256 = sequence(oid(0x2a, 0x86, 0x48, 0xce, 0x3d, 0x04, 0x03, 0x02))
const commonName = (value: string) => sequence(der(0x31, sequence(oid(0x55, 0x04, 0x03), text(0x0c, value))))

/** Subject alternative names: one DNS name and one address. */
const alternatives = (name: string, address: readonly number[]) =>
  sequence(oid(0x55, 0x1d, 0x11), der(0x04, sequence(text(0x82, name), der(0x87, Uint8Array.from(address)))))

/** It vouches for itself: whoever trusts it as an authority trusts it. */
const authority = sequence(
  oid(0x55, 0x1d, 0x13),
  der(0x01, Uint8Array.of(255)),
  der(0x04, sequence(der(0x01, Uint8Array.of(255)))),
)

/** An empty line would end a header: the last line is never one. */
const pem = (body: Uint8Array): string => {
  const lines =
    Buffer.from(body)
      .toString('base64')
      .match(/.{1,64}/g) ?? []
  return `-----BEGIN CERTIFICATE-----\n${lines.join('\n')}\n-----END CERTIFICATE-----\n`
}

/** PEM both. */
export const selfMadeCertificate = (now = Date.now()): { cert: string; key: string } => {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const spki = publicKey.export({ type: 'spki', format: 'der' })
  const serial = der(0x02, Uint8Array.of(1), randomBytes(8))
  const name = commonName('hall.test')
  const version = der(0xa0, der(0x02, Uint8Array.of(2)))
  const extensions = der(0xa3, sequence(alternatives('hall.test', [127, 0, 0, 1]), authority))
  const valid = sequence(utcTime(now - DAY / 2), utcTime(now + DAY / 2))
  const body = sequence(version, serial, ECDSA_SHA256, name, valid, name, spki, extensions)
  const signature = der(0x03, Uint8Array.of(0), sign('sha256', body, privateKey))
  return {
    cert: pem(sequence(body, ECDSA_SHA256, signature)),
    key: String(privateKey.export({ type: 'pkcs8', format: 'pem' })),
  }
}
