// Checks the import rules of .dependency-cruiser.cjs over every source file, or over the files given.
import { spawnSync } from 'node:child_process'
import { globSync } from 'node:fs'

const named = process.argv.slice(2)
// Every file is named: told only a folder, dependency-cruiser leaves out what TypeScript 6 would have to read.
const files = named.length > 0 ? named : globSync('src/**/*.{ts,tsx}').sort()
const run = spawnSync(
  'depcruise',
  ['--config', '.dependency-cruiser.cjs', '--output-type', 'err-long', ...files],
  {
    encoding: 'utf8',
  },
)
process.stdout.write(run.stdout)
process.stderr.write(run.stderr)
const [, modules, dependencies] = /\((\d+) modules, (\d+) dependencies cruised\)/.exec(run.stdout) ?? []
if (run.status === 0 && !(Number(modules) >= files.length && Number(dependencies) > 0)) {
  console.error('dependency-cruiser read no imports: the rules were not checked.')
  process.exitCode = 1
} else {
  process.exitCode = run.status === 0 ? 0 : 1
}
