// npm test: every test that this machine can run, and a plain sentence about those it cannot.
import { spawnSync } from 'node:child_process'
import { globSync } from 'node:fs'
import { findChromium } from './find-chromium.ts'

/** Writes the counts where .ci/run reads them, beside what a person reads. */
const reporters = process.env.ZONA_TEST_REPORT
  ? ['--reporter=default', '--reporter=json', `--outputFile.json=${process.env.ZONA_TEST_REPORT}`]
  : []
const named = process.argv.slice(2)
const run = spawnSync('vitest', ['run', ...reporters, ...named], { stdio: 'inherit' })

const left: string[] = []
if (!process.env.TEST_DATABASE_URL) {
  left.push(
    'The database tests on PostgreSQL; they ran on the embedded database. To run them on both:\n' +
      '  TEST_DATABASE_URL=postgres://postgres@127.0.0.1:5432/postgres npm run test:db',
  )
}
let errands = 0
if (named.length === 0) {
  const files = globSync('e2e/**/*.e2e.ts').sort().join(', ')
  if (!findChromium(process.env)) {
    left.push(
      `The browser errands (${files}), for there is no Chromium. Install one (Debian: apt-get install\n` +
        '  chromium) or name yours in CHROMIUM, then: npm run test:browser',
    )
  } else if (process.env.ZONA_TEST_REPORT) {
    left.push(`The browser errands (${files}), which are counted in a run of their own: npm run test:browser`)
  } else {
    errands = spawnSync('tsx', ['scripts/test-browser.ts'], { stdio: 'inherit' }).status ?? 1
  }
}
if (left.length > 0) console.log(`\nLeft out, and not counted as passed:\n- ${left.join('\n- ')}`)
process.exitCode = (run.status ?? 1) || errands
