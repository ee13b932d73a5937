import { describe, expect, it } from 'vitest'
import { CommandId, HallId } from '#contracts/ids.ts'
import { drawCode } from '#server/code.ts'

const hallId = HallId.parse('north')
const key = CommandId.parse('http:kiosk1:77')

describe('drawing the code of an appointment', () => {
  it('gives the same for the same key, hall and draw, and another for any other', () => {
    expect(drawCode(hallId, key, 0)).toEqual(drawCode(hallId, key, 0))
    const others = [
      drawCode(hallId, CommandId.parse('http:kiosk1:78'), 0),
      drawCode(HallId.parse('south'), key, 0),
      drawCode(hallId, key, 1),
    ]
    expect(new Set([drawCode(hallId, key, 0), ...others].map(({ code }) => code)).size).toBe(4)
  })

  it('asks under the key at first, then under names of its own that fit however long the key is', () => {
    const long = CommandId.parse(`http:${'k'.repeat(75)}`)
    expect(drawCode(hallId, long, 0).id).toBe(long)
    expect(CommandId.safeParse(drawCode(hallId, long, 1).id).success).toBe(true)
    expect(drawCode(hallId, long, 1).id).not.toBe(drawCode(hallId, long, 2).id)
  })

  it('writes eight digits, spread evenly', () => {
    const codes = Array.from({ length: 2_000 }, (_, i) => drawCode(hallId, CommandId.parse(`http:${i}`), 0).code)
    expect(codes.every((code) => /^\d{8}$/.test(code))).toBe(true)
    expect(new Set(codes).size).toBe(2_000)
    expect(new Set(codes.map((code) => code.slice(0, 1))).size).toBe(10)
  })
})
