import { parentPort } from 'node:worker_threads'
import { compileTypst } from './compile-typst.ts'
import { makeDocx } from './make-docx.ts'
import type { RenderJob, RenderReply } from './render.ts'
import { typstInput } from './typst-input.ts'

parentPort?.on('message', async ({ id, format, document }: RenderJob) => {
  const answer = (reply: RenderReply) => parentPort?.postMessage(reply)
  try {
    const bytes = format === 'pdf' ? compileTypst(typstInput(document)) : await makeDocx(document)
    answer({ id, bytes })
  } catch (error) {
    answer({ id, message: error instanceof Error ? error.message : String(error) })
  }
})
