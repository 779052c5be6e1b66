#!/usr/bin/env node
// Starts the command line on the Node that the package brings, whatever Node the shell has.
import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'

const node = fileURLToPath(new URL('../node_modules/node/bin/node', import.meta.url))
const main = fileURLToPath(new URL('../src/cli/zona.ts', import.meta.url))
const tsx = import.meta.resolve('tsx')
const child = spawn(node, ['--import', tsx, main, ...process.argv.slice(2)], {
  stdio: 'inherit',
  // Without this, tsx reads the settings of whatever folder the shell is in.
  env: { ...process.env, TSX_TSCONFIG_PATH: fileURLToPath(new URL('../tsconfig.json', import.meta.url)) },
})
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal))
child.on('exit', (code, signal) => process.exit(signal ? 128 + 15 : (code ?? 1)))
