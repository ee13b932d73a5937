/** How the dashboard is built: one page per screen, out to `dist/dashboard`. */
import { join } from 'node:path'
import { svelte } from '@sveltejs/vite-plugin-svelte'
import { defineConfig } from 'vite'

export default defineConfig({
  root: import.meta.dirname,
  plugins: [svelte({ configFile: false })],
  build: {
    outDir: '../dist/dashboard',
    emptyOutDir: true,
    target: 'es2022',
    assetsInlineLimit: 0,
    // A slow machine is no fault of the build: nothing to tell somebody who starts a hall.
    rolldownOptions: {
      checks: { pluginTimings: false },
      input: { index: join(import.meta.dirname, 'index.html'), worker: join(import.meta.dirname, 'offline/worker.ts') },
      // A service worker may keep only what lies beside or below it.
      output: { entryFileNames: ({ name }) => (name === 'worker' ? 'worker.js' : 'assets/[name]-[hash].js') },
    },
  },
  server: { port: 5173, proxy: { '/api': { target: 'http://127.0.0.1:8080', ws: true } } },
})
