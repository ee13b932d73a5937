/** What axe finds wrong with a page: only what is serious or critical, by the rules of WCAG 2.2 A and AA. */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Page } from 'playwright-core'

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const RUN = "axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'] })"

interface Violation {
  id: string
  impact: string
  nodes: { html: string }[]
}

/** Each as its rule and the beginning of the first thing that breaks it. */
export const seriousIn = async (page: Page): Promise<string[]> => {
  // The page's own rules let no script in from outside; this one is handed over by the driver.
  await page.evaluate(AXE)
  const violations = await page.evaluate<Violation[]>(`${RUN}.then((result) => result.violations)`)
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id}: ${nodes[0]?.html.slice(0, 160)}`)
}
