import { spawn } from 'node:child_process'
import { writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { text } from 'node:stream/consumers'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type TestFolder, testFolder } from './folder.ts'

const REPOSITORY = resolve(import.meta.dirname, '../..')

const CONFIG = `
import { ClosingLine } from '${REPOSITORY}/test/support/closingLine.ts'
export default { test: { globals: true, reporters: ['default', new ClosingLine()] } }
`

let folder: TestFolder

beforeEach(async () => {
  folder = await testFolder()
  await writeFile(join(folder.path, 'vitest.config.ts'), CONFIG)
})

afterEach(() => folder.remove())

const lastLineOf = async (tests: Record<string, string>): Promise<string | undefined> => {
  for (const [name, code] of Object.entries(tests)) await writeFile(join(folder.path, `${name}.test.js`), code)
  const vitest = join(REPOSITORY, 'node_modules/vitest/vitest.mjs')
  const { stdout } = spawn(process.execPath, [vitest, 'run', '--root', folder.path], {
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  return (await text(stdout)).trimEnd().split('\n').at(-1)
}

describe('the last line of a test run', () => {
  it('counts what passed', async () => {
    expect(await lastLineOf({ good: `it('a', () => {}); describe('b', () => { it('c', () => {}) })` })).toBe(
      '2 passed, 0 failed',
    )
  })

  it('counts what was skipped, when something was', async () => {
    expect(await lastLineOf({ some: `it('a', () => {}); it.skip('b', () => {}); it.todo('c')` })).toBe(
      '1 passed, 0 failed, 2 skipped',
    )
  })

  it('counts as failed also a file that does not load, a broken hook and an error outside of all tests', async () => {
    const line = await lastLineOf({
      test: `it('a', () => { throw new Error('a') }); it('b', () => {})`,
      file: `import './no-such-file.js'`,
      hook: `describe('d', () => { beforeAll(() => { throw new Error('e') }); it('f', () => {}) })`,
      stray: `it('g', async () => { setTimeout(() => { throw new Error('h') }); await new Promise((r) => setTimeout(r, 50)) })`,
    })
    expect(line).toBe('2 passed, 4 failed, 1 skipped')
  })
})
