/** How the tests run: everything in node, then the browser tests one after the other. */
import { resolve } from 'node:path'
import { svelte } from '@sveltejs/vite-plugin-svelte'
import { defineConfig } from 'vitest/config'
import { ClosingLine } from './support/closingLine.ts'

const MINUTE = 60_000
const IN_BROWSER = 'test/e2e/**/*.test.ts'

const root = resolve(import.meta.dirname, '..')
const svelteSource = resolve(root, 'node_modules/svelte/src')

export default defineConfig({
  root,
  // In node, Svelte would compile and resolve for a server, where effects never run: tests are about the browser's.
  plugins: [svelte({ configFile: false, dynamicCompileOptions: () => ({ generate: 'client' }) })],
  resolve: {
    alias: [
      { find: /^svelte$/, replacement: `${svelteSource}/index-client.js` },
      { find: /^svelte\/(reactivity|store)$/, replacement: `${svelteSource}/$1/index-client.js` },
    ],
  },
  test: {
    pool: 'forks',
    maxWorkers: 2,
    testTimeout: 3 * MINUTE,
    hookTimeout: 3 * MINUTE,
    teardownTimeout: MINUTE / 2,
    globalSetup: 'test/support/databaseDesk.ts',
    reporters: ['default', new ClosingLine()],
    projects: [
      { extends: true, test: { name: 'unit', include: ['test/**/*.test.ts'], exclude: [IN_BROWSER] } },
      {
        extends: true,
        test: { name: 'browser', include: [IN_BROWSER], fileParallelism: false, sequence: { groupOrder: 1 } },
      },
    ],
  },
})
