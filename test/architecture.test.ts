/** The walls of the house. A room may import only from the rooms named beside it; everything else is forbidden. */
import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path'
import { describe, expect, it } from 'vitest'

/** Longest path wins. `npm` = any package, `node` = any node: module, a name = that package alone. */
const walls: Record<string, string[]> = {
  'edge/contracts/': ['edge/contracts/', 'zod'],
  'edge/core/': ['edge/core/', 'edge/contracts/', 'munkres'],
  'edge/ports.ts': ['edge/contracts/'],
  'edge/': ['edge/', 'edge/core/', 'edge/ports.ts', 'edge/contracts/', 'node'],
  'edge/adapters/': ['edge/adapters/', 'edge/core/', 'edge/ports.ts', 'edge/contracts/', 'models/', 'npm', 'node'],
  'edge/edge.ts': ['edge/', 'edge/adapters/', 'edge/ports.ts', 'edge/contracts/', 'node'],
  'edge/bridge.ts': ['edge/', 'edge/adapters/', 'edge/ports.ts', 'edge/contracts/', 'node'],
  'server/': ['server/', 'edge/contracts/', 'npm', 'node'],
  'dashboard/': [
    'dashboard/',
    'edge/contracts/',
    'svelte',
    'pinyin-pro',
    '@fontsource-variable',
    'uplot',
    'uqr',
    'write-excel-file',
  ],
  'dashboard/vite.config.ts': ['npm', 'node'],
  'dashboard/voice/make.ts': ['dashboard/', 'edge/contracts/', 'node'],
  'models/': ['models/', 'models/pictures.ts', 'zod', 'node', 'onnxruntime-node'],
  'models/pictures.ts': ['models/', 'simulators/', 'sharp'],
  'simulators/': ['simulators/', 'edge/contracts/', 'npm', 'node'],
}

/** The roofs wire everything together and may import from every room. */
const roofs = ['edge/main.ts', 'edge/box.ts', 'simulators/demo.ts']

const rooms = Object.keys(walls).sort((a, b) => b.length - a.length)
const roomOf = (path: string) => rooms.find((room) => path.startsWith(room))

const files = ['edge', 'server', 'dashboard', 'models', 'simulators']
  .flatMap((folder) => readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((file) => join(folder, file)))
  .filter((file) => /\.(ts|svelte|js|mjs|cjs)$/.test(file))

const source = (file: string): string => readFileSync(file, 'utf8')

const importsOf = (file: string): string[] =>
  [...source(file).matchAll(/(?:\bfrom|\bimport|\brequire)\s*\(?\s*['"]([^'"\s]+)['"]/g)].flatMap(
    (found) => found[1] ?? [],
  )

const aliases: Record<string, string> = { '#contracts/': 'edge/contracts/' }

const target = (file: string, specifier: string): string => {
  if (specifier.startsWith('.')) return normalize(join(dirname(file), specifier))
  const alias = Object.keys(aliases).find((name) => specifier.startsWith(name))
  if (alias) return specifier.replace(alias, aliases[alias] ?? '')
  if (specifier.startsWith('#')) return specifier.slice(1)
  return specifier.startsWith('node:') ? 'node' : `npm ${specifier}`
}

const allowed = (room: string, to: string): boolean =>
  (walls[room] ?? []).some((permit) => {
    if (to === 'node') return permit === 'node'
    if (to.startsWith('npm ')) return permit === 'npm' || to === `npm ${permit}` || to.startsWith(`npm ${permit}/`)
    return roomOf(to) === permit
  })

const breachesOf = (file: string): string[] =>
  importsOf(file)
    .filter((specifier) => !allowed(roomOf(file) ?? '', target(file, specifier)))
    .map((specifier) => `${file} -> ${specifier}`)

describe('the walls', () => {
  it('stand around every file', () => expect(files.filter((file) => !roomOf(file))).toEqual([]))

  it('let no import through', () =>
    expect(files.filter((file) => !roofs.includes(file)).flatMap(breachesOf)).toEqual([]))

  it('would notice a breach', () => {
    expect(allowed('edge/core/', target('edge/core/hall.ts', '../hall.ts'))).toBe(false)
    expect(allowed('edge/core/', 'node')).toBe(false)
    expect(allowed('server/', target('server/app.ts', '#edge/hall.ts'))).toBe(false)
    expect(allowed('dashboard/', target('dashboard/main.ts', '#server/app.ts'))).toBe(false)
    expect(allowed('edge/contracts/', 'npm hono')).toBe(false)
  })
})

describe('the core and the contracts', () => {
  const impure = /\bDate\.now|new Date\(\)|Math\.random|randomUUID|set(Timeout|Interval)|\bconsole\.|process\./

  it('read no clock, roll no dice and touch nothing outside', () => {
    const pure = files.filter((file) => ['edge/contracts/', 'edge/core/'].includes(roomOf(file) ?? ''))
    expect(pure.length).toBeGreaterThan(20)
    expect(pure.filter((file) => impure.test(source(file)))).toEqual([])
  })
})

describe('the dashboard', () => {
  /** What a file loads when it runs: types are gone by then. */
  const loaded = (file: string): string[] =>
    [...source(file).matchAll(/^import (?!type\b)[^'"]*?from '([^']+)'/gm)].map(([, specifier = '']) =>
      target(file, specifier),
    )
  const reaches = (file: string): string[] =>
    loaded(file).flatMap((to) => (roomOf(to) === 'edge/contracts/' ? [to, ...reaches(to)] : [to]))

  it('loads no schema into a browser', () => {
    const screens = files.filter((file) => roomOf(file) === 'dashboard/')
    expect(screens.filter((file) => reaches(file).includes('npm zod'))).toEqual([])
    expect(reaches('edge/contracts/slots.ts')).toContain('edge/contracts/durations.ts')
    expect(reaches('edge/contracts/tickets.ts')).toContain('npm zod')
  })
})

describe('a file', () => {
  it('says in its first line what it holds', () => {
    const silent = files.filter((file) => !/^(<!--|\/\*\*) .+/.test(source(file)))
    expect(silent).toEqual([])
  })

  it('can be read in one sitting: 200 lines, 300 for a test', () => {
    const code = (file: string) => /\.(ts|svelte)$/.test(file)
    const tests = readdirSync('test', { recursive: true, encoding: 'utf8' }).map((file) => join('test', file))
    const lines = (file: string) => source(file).trimEnd().split('\n').length
    expect(files.filter((file) => code(file) && lines(file) > 200)).toEqual([])
    expect(tests.filter((file) => code(file) && lines(file) > 300)).toEqual([])
  })
})
