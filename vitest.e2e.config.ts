import { defineConfig } from 'vitest/config'

/** A person's errands in a real browser, two at a time: each has a server and a browser of its own. */
export default defineConfig({
  oxc: { jsx: { runtime: 'automatic', importSource: 'hono/jsx' } },
  test: {
    include: ['e2e/**/*.e2e.ts'],
    globalSetup: ['e2e/keep-example.ts'],
    pool: 'forks',
    maxWorkers: 2,
    testTimeout: 180_000,
    hookTimeout: 180_000,
  },
})
