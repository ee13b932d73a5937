/** Ends a test run with one line that programs can read: `N passed, N failed`, and `, N skipped` where some were. */
import type { Reporter, TestModule } from 'vitest/node'

/** A file that did not load, a broken hook and an error outside of all tests count as failed: nothing is left out. */
export const closingLine = (modules: readonly TestModule[], unhandled: number): string => {
  const tests = modules.flatMap((module) => [...module.children.allTests()])
  const count = (state: string) => tests.filter((test) => test.result().state === state).length
  const suites = modules.flatMap((module) => [module, ...module.children.allSuites()])
  const broken = suites.filter((suite) => suite.errors().length > 0).length
  const failed = count('failed') + broken + unhandled
  const skipped = count('skipped') + count('pending')
  return `${count('passed')} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`
}

export class ClosingLine implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], unhandled: readonly unknown[]): void {
    const line = closingLine(modules, unhandled.length)
    process.once('exit', () => process.stdout.write(`\n${line}\n`))
  }
}
