// npm test: every test that this machine can run, and a plain sentence about those it cannot.
import { spawnSync } from 'node:child_process'
import { globSync } from 'node:fs'
import { findChromium } from './find-chromium.ts'

/** Writes the counts where .ci/run reads them, beside what a person reads. */
const reporters = process.env.ZONA_TEST_REPORT
  ? ['--reporter=default', '--reporter=json', `--outputFile.json=${process.env.ZONA_TEST_REPORT}`]
  : []
const run = spawnSync('vitest', ['run', ...reporters, ...process.argv.slice(2)], { stdio: 'inherit' })

const errands = globSync('e2e/**/*.e2e.ts').length
const left: string[] = []
if (!process.env.TEST_DATABASE_URL) {
  left.push(
    'The database tests ran on the embedded database only. On PostgreSQL as well:\n' +
      '  TEST_DATABASE_URL=postgres://postgres@127.0.0.1:5432/postgres npm run test:db',
  )
}
left.push(
  findChromium(process.env)
    ? `${errands} browser errands were left out. Run them with:\n  npm run test:browser`
    : `${errands} browser errands were left out, for there is no Chromium. Install one (Debian: apt-get install ` +
        'chromium)\nor name yours in CHROMIUM, then:\n  npm run test:browser',
)
console.log(`\nLeft out, and not counted as passed:\n- ${left.join('\n- ')}`)
process.exitCode = run.status ?? 1
