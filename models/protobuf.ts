/** The few protobuf encodings that an ONNX file is made of. */

const VARINT = 0
const LENGTH_DELIMITED = 2
const FIXED32 = 5

/** `value` is a non-negative whole number below 2^53. */
const varint = (value: number): number[] => {
  const bytes: number[] = []
  let rest = value
  while (rest > 0x7f) {
    bytes.push((rest % 0x80) | 0x80)
    rest = Math.floor(rest / 0x80)
  }
  bytes.push(rest)
  return bytes
}

const key = (field: number, wireType: number): number[] => varint(field * 8 + wireType)

export const message = (...fields: Uint8Array[]): Uint8Array => Buffer.concat(fields)

export const whole = (field: number, value: number): Uint8Array =>
  Uint8Array.from([...key(field, VARINT), ...varint(value)])

export const float32 = (field: number, value: number): Uint8Array => {
  const bytes = Buffer.alloc(4)
  bytes.writeFloatLE(value)
  return message(Uint8Array.from(key(field, FIXED32)), bytes)
}

/** Raw bytes, or a message inside a message. */
export const bytes = (field: number, value: Uint8Array): Uint8Array =>
  message(Uint8Array.from([...key(field, LENGTH_DELIMITED), ...varint(value.length)]), value)

export const text = (field: number, value: string): Uint8Array => bytes(field, Buffer.from(value))
