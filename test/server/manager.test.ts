import { readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { ManagerFault, openManagerPassword } from '#server/manager.ts'
import { type TestFolder, testFolder } from '#test/support/folder.ts'

let folder: TestFolder
let file: string
let told: string[]
let rests: number[]

beforeEach(async () => {
  folder = await testFolder()
  file = join(folder.path, 'box', 'manager.json')
  told = []
  rests = []
})

afterEach(() => folder.remove())

const open = (password?: string) =>
  openManagerPassword({
    password,
    file,
    tell: (drawn) => told.push(drawn),
    rest: async (ms) => rests.push(ms),
  })

describe('the manager’s password', () => {
  it('is drawn and told on the first start only', async () => {
    const first = await open()
    const again = await open()
    expect(told).toEqual([expect.stringMatching(/^[\w-]{16}$/)])
    for (const manager of [first, again]) {
      expect(await manager.check(told[0] ?? '')).toBe(true)
      expect(await manager.check(`${told[0]}x`)).toBe(false)
      expect(await manager.check('')).toBe(false)
    }
  })

  it('is not in its file, which nobody else may read', async () => {
    await open()
    expect(statSync(file).mode & 0o777).toBe(0o600)
    const kept = readFileSync(file, 'utf8')
    expect(kept).not.toContain(told[0])
    expect(Object.keys(JSON.parse(kept)).sort()).toEqual(['hash', 'salt'])
  })

  it('is the given one where one is given, and then no file is written or read', async () => {
    const manager = await open('管理员 one two')
    expect(told).toEqual([])
    expect(() => statSync(file)).toThrow()
    expect(await manager.check('管理员 one two')).toBe(true)
    expect(await manager.check('管理员 one tw')).toBe(false)
  })

  it('is not to be had from a file that is no such file', async () => {
    await open()
    for (const broken of ['', '{}', '{"salt":"AA==","hash":""}', '{"salt":"?","hash":"?"}']) {
      writeFileSync(file, broken)
      await expect(open()).rejects.toThrow(ManagerFault)
    }
  })
})

describe('guessing at it', () => {
  it('takes longer with each wrong guess, up to a bound, until a right one', async () => {
    const manager = await open('the right one')
    for (let guess = 0; guess < 7; guess++) expect(await manager.check('a wrong one')).toBe(false)
    expect(rests).toEqual([100, 200, 400, 800, 1_600, 3_200, 3_200])
    expect(await manager.check('the right one')).toBe(true)
    await manager.check('a wrong one')
    expect(rests.at(-1)).toBe(100)
  })

  it('many at once is one after the other, and those beyond eight are not even tried', async () => {
    const manager = await open('the right one')
    const guesses = Array.from({ length: 20 }, () => manager.check('a wrong one'))
    expect(await manager.check('the right one')).toBe(false)
    expect(new Set(await Promise.all(guesses))).toEqual(new Set([false]))
    expect(rests).toHaveLength(8)
    expect(await manager.check('the right one')).toBe(true)
  })

  it('with very long texts costs nothing', async () => {
    const manager = await open('the right one')
    expect(await manager.check('x'.repeat(257))).toBe(false)
    expect(rests).toEqual([])
  })
})
