// Writes examples/obligation-evidence.json and the files in examples/bukti that it names, but for the film.
import { mkdirSync, writeFileSync } from 'node:fs'
import { brought, files } from './example-evidence.ts'

const folder = new URL('../examples/', import.meta.url)
mkdirSync(new URL('bukti/', folder), { recursive: true })
const inOrder = brought.toSorted((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0))
const lines = inOrder.map(piece => `  ${JSON.stringify(piece)}`)
writeFileSync(new URL('obligation-evidence.json', folder), `[\n${lines.join(',\n')}\n]\n`)
for (const [name, make] of files) writeFileSync(new URL(`bukti/${name}`, folder), await make())
process.exit()
