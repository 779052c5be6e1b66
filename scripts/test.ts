// npm test: every test that this machine can run, and a plain sentence about those it cannot.
import { spawnSync } from 'node:child_process'
import { globSync } from 'node:fs'
import { findChromium } from './find-chromium.ts'

/** Writes the counts where .ci/run reads them, beside what a person reads. */
const reporters = process.env.ZONA_TEST_REPORT
  ? ['--reporter=default', '--reporter=json', `--outputFile.json=${process.env.ZONA_TEST_REPORT}`]
  : []
/** The one errand that everything else stands on: from the document to the printed report. */
const mainErrand = 'e2e/plan-errand.e2e.ts'
const named = process.argv.slice(2)
/** Tests that kill a process again and again take minutes; they have a command of their own. */
const kills = globSync('src/**/kill-*.db.test.ts').sort()
const withKills = named.includes('kill-')
const excluded = withKills ? [] : ['--exclude=**/kill-*.db.test.ts']
const run = spawnSync('vitest', ['run', ...reporters, ...excluded, ...named], { stdio: 'inherit' })

const left: string[] = []
if (!withKills) left.push(`Processes killed at any moment (${kills.join(', ')}): npm run test:kill`)
if (!process.env.TEST_DATABASE_URL) {
  left.push(
    'The database tests on PostgreSQL; they ran on the embedded database. To run them on both:\n' +
      '  TEST_DATABASE_URL=postgres://postgres@127.0.0.1:5432/postgres npm run test:db',
  )
}
let errands = 0
if (named.length === 0) {
  const all = globSync('e2e/**/*.e2e.ts').sort()
  const files = all.join(', ')
  if (!findChromium(process.env)) {
    left.push(
      `The browser errands (${files}), for there is no Chromium. Install one (Debian: apt-get install\n` +
        '  chromium) or name yours in CHROMIUM, then: npm run test:browser',
    )
  } else if (process.env.ZONA_TEST_REPORT) {
    left.push(`The browser errands (${files}), which are counted in a run of their own: npm run test:browser`)
  } else {
    errands = spawnSync('tsx', ['scripts/test-browser.ts', mainErrand], { stdio: 'inherit' }).status ?? 1
    const others = all.filter(file => file !== mainErrand)
    left.push(`The other browser errands (${others.join(', ')}), which take minutes: npm run test:browser`)
  }
}
if (left.length > 0) console.log(`\nLeft out, and not counted as passed:\n- ${left.join('\n- ')}`)
process.exitCode = (run.status ?? 1) || errands
