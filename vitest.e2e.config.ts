import { defineConfig } from 'vitest/config'

/** A person's errands in a real browser. One after another: they share the machine with a server each. */
export default defineConfig({
  oxc: { jsx: { runtime: 'automatic', importSource: 'hono/jsx' } },
  test: {
    include: ['e2e/**/*.e2e.ts'],
    globalSetup: ['e2e/keep-example.ts'],
    pool: 'forks',
    maxWorkers: 1,
    fileParallelism: false,
    testTimeout: 180_000,
    hookTimeout: 180_000,
  },
})
