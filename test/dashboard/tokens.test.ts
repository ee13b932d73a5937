import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'

const css = readFileSync('dashboard/tokens.css', 'utf8')

const tokensOf = (theme: string): Record<string, string> => {
  const block = css.split(new RegExp(`\\[data-theme=.${theme}.\\] \\{`))[1]?.split('}')[0] ?? ''
  return Object.fromEntries(
    [...block.matchAll(/--([\w-]+): (#[0-9a-f]{6})/g)].map(([, name, colour]) => [name, colour]),
  )
}
const themes = { dark: tokensOf('dark'), light: tokensOf('light') }

/** WCAG 2 relative luminance of `#rrggbb`. */
const luminance = (colour: string): number => {
  const [r = 0, g = 0, b = 0] = [1, 3, 5]
    .map((at) => Number.parseInt(colour.slice(at, at + 2), 16) / 255)
    .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4))
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}
const contrast = (a = '', b = ''): number => {
  const [dim = 0, bright = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y)
  return (bright + 0.05) / (dim + 0.05)
}

describe.each(Object.entries(themes))('the %s theme', (_, tokens) => {
  it.each(['ink', 'ink-2', 'accent', 'fine', 'attention', 'urgent', 'unknown'])(
    'lets %s be read on the ground and on surfaces',
    (text) => {
      expect(contrast(tokens[text], tokens.ground)).toBeGreaterThan(4.5)
      expect(contrast(tokens[text], tokens.surface)).toBeGreaterThan(4.5)
    },
  )

  it('has five colours for robots, each to be read as a name, none of them a state’s', () => {
    const robots = [1, 2, 3, 4, 5].map((n) => tokens[`robot-${n}`])
    for (const robot of robots) {
      expect(contrast(robot, tokens.ground)).toBeGreaterThan(4.5)
      expect(contrast(robot, tokens.surface)).toBeGreaterThan(4.5)
    }
    expect(new Set([...robots, tokens.fine, tokens.attention, tokens.urgent, tokens.unknown]).size).toBe(9)
  })

  it('has five steps of heat, each further from the ground, on all of which a person is seen', () => {
    const steps = [1, 2, 3, 4, 5].map((n) => tokens[`heat-${n}`])
    const apart = steps.map((step) => contrast(step, tokens.surface))
    for (const [i, step] of apart.entries()) expect(step / (apart[i - 1] ?? 1)).toBeGreaterThan(1.1)
    for (const step of steps) expect(contrast(tokens['heat-ink'], step)).toBeGreaterThan(3)
  })

  it('lets words be read on the colours of states', () => {
    for (const state of ['attention', 'urgent'])
      expect(contrast(tokens['on-state'], tokens[state])).toBeGreaterThan(4.5)
    expect(contrast(tokens['on-accent'], tokens.accent)).toBeGreaterThan(4.5)
  })
})

describe('a called number', () => {
  it('stands out seven to one at least, before and after its announcement', () => {
    const { light } = themes
    expect(contrast(light.ink, light.surface)).toBeGreaterThan(7)
    expect(contrast(light.call, light.surface)).toBeGreaterThan(7)
    expect(contrast(light['on-accent'], light.call)).toBeGreaterThan(7)
  })
})
