import { parentPort } from 'node:worker_threads'
import { compileTypst } from './compile-typst.ts'
import type { TypstInput } from './typst-input.ts'

type Job = { readonly id: number; readonly input: TypstInput }

parentPort?.on('message', ({ id, input }: Job) => {
  try {
    const pdf = compileTypst(input)
    parentPort?.postMessage({ id, pdf }, [pdf.buffer as ArrayBuffer])
  } catch (error) {
    parentPort?.postMessage({ id, message: error instanceof Error ? error.message : String(error) })
  }
})
