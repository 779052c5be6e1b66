// npm run test:browser: the errands of e2e/ in the Chromium of this machine.
import { spawnSync } from 'node:child_process'
import { findChromium } from './find-chromium.ts'

const chromium = findChromium(process.env)
if (chromium) {
  const reporters = process.env.ZONA_TEST_REPORT
    ? ['--reporter=default', '--reporter=json', `--outputFile.json=${process.env.ZONA_TEST_REPORT}`]
    : []
  const args = ['run', '--config', 'vitest.e2e.config.ts', ...reporters, ...process.argv.slice(2)]
  const run = spawnSync('vitest', args, { stdio: 'inherit', env: { ...process.env, CHROMIUM: chromium } })
  process.exitCode = run.status ?? 1
} else {
  console.error(
    'No Chromium found. Install one (Debian: apt-get install chromium) or name yours in CHROMIUM.',
  )
  process.exitCode = 1
}
