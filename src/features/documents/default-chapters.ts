import { z } from 'zod'
import data from '../../../data/chapters/work-plan.id.json' with { type: 'json' }
import type { Chapter } from './plan-input.ts'

const file = z.object({
  locale: z.literal('id'),
  chapters: z.array(
    z.object({
      key: z.string(),
      number: z.string().nullable(),
      title: z.string(),
      text: z.array(z.string()),
    }),
  ),
})

/** The chapters a new work plan starts with, for any agency; a unit edits its own copy. */
export const defaultChapters: readonly Chapter[] = file
  .parse(data)
  .chapters.map(chapter => ({ ...chapter, text: chapter.text.join('\n') }))
