import { defineConfig } from 'vitest/config'

export default defineConfig({
  oxc: { jsx: { runtime: 'automatic', importSource: 'hono/jsx' } },
  test: {
    include: ['src/**/*.test.{ts,tsx}'],
    pool: 'forks',
    maxWorkers: 2,
    // A quarter of the time is the reading of the same modules for every file. What a file changes for its whole
    // process it sets back, as `npx vitest run --sequence.shuffle.files` shows.
    isolate: false,
    testTimeout: 60_000,
    hookTimeout: 120_000,
  },
})
