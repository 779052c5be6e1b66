import { parentPort, workerData } from 'node:worker_threads'
import { suggestFacts } from '../../../core/evidence/suggest-facts.ts'
import { blocksText } from './block.ts'
import type { ContentJob, ContentReply, Outcomes } from './isolated.ts'
import { ContentRefusal } from './problem.ts'
import { readContent } from './read-content.ts'

const job = workerData as ContentJob

async function work(): Promise<Outcomes[keyof Outcomes]> {
  if (job.task === 'text') {
    const { blocks, pages, title, warnings } = await readContent(job.bytes, job.kind, job.limits)
    const text = blocksText(blocks)
    return { text, pages, title, warnings, suggested: suggestFacts(text) }
  }
  if (job.task === 'readable') return readContent(job.bytes, job.kind, job.limits)
  // Loaded only where there is something to draw.
  const { cleanPicture, drawThumbnail } = await import('./draw-picture.ts')
  return job.task === 'thumbnail'
    ? drawThumbnail(job.bytes, job.kind, job.edge)
    : cleanPicture(job.bytes, job.kind)
}

const reply = await work().then(
  (value): ContentReply => ({ ok: true, value }),
  (error): ContentReply => {
    if (error instanceof ContentRefusal) return { ok: false, problem: error.problem }
    throw error
  },
)
parentPort?.postMessage(reply)
