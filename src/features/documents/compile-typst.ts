import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'
import type { TypstInput } from './typst-input.ts'

const fontFolder = dirname(createRequire(import.meta.url).resolve('@expo-google-fonts/tinos/package.json'))

/** A folder that does not exist: the layout can read the files handed to it and nothing on the disk. */
const nowhere = fileURLToPath(new URL('./no-files-here', import.meta.url))

let compiler: NodeCompiler | null = null
const layout = readFileSync(new URL('./official.typ', import.meta.url), 'utf8')

/** Blocks the thread until the PDF is made; render.ts calls it in a worker. */
export function compileTypst(input: TypstInput): Uint8Array {
  compiler ??= NodeCompiler.create({ workspace: nowhere, fontArgs: [{ fontPaths: [fontFolder] }] })
  for (const { path, bytes } of input.files) compiler.mapShadow(join(nowhere, path), Buffer.from(bytes))
  try {
    const pdf = compiler.pdf({ mainFileContent: layout, inputs: { doc: input.doc } })
    return new Uint8Array(pdf)
  } finally {
    compiler.resetShadow()
    compiler.evictCache(0)
  }
}
