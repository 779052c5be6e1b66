import { z } from 'zod'
import { certaintyOf } from '../../../core/evidence/match-files.ts'
import { formatBytes, formatDate } from '../../../ui/format.ts'
import { type Locale, translator } from '../../../ui/messages.ts'
import { describeReadProblem } from '../../plan/read/index.ts'
import { describeFileProblem } from '../bring/describe-problem.ts'
import type { FileProblem } from '../bring/receive-file.ts'
import type { BeginProblem } from './begin-import.ts'
import type { SkipReason } from './file-tree.ts'
import { importMessages } from './import-messages.ts'
import { type ImportRow, knownAlready } from './import-queries.ts'
import { describeSkip, describeTreeProblem } from './messages.ts'

const rowReasons = ['no-link', 'not-an-address', 'not-on-the-web', 'same-link'] as const
const Row = z.object({ kind: z.literal('row'), row: z.number(), why: z.enum(rowReasons) })
const Skip = z.object({ kind: z.literal('skip'), why: z.string() })
const places = ['no-such-obligation', 'no-such-slot'] as const
const Place = z.object({ kind: z.enum(places) })
const Gone = z.object({ kind: z.enum(['not-in-source', 'upload-gone', 'nothing-brought']) })

/** A row that was never offered as a file cannot be chosen either. */
export const mayChoose = (row: ImportRow): boolean =>
  row.state !== 'taken' && row.problem?.kind !== 'skip' && row.problem?.kind !== 'row'

/** Why a row made no evidence, as a sentence; null where nothing was against it. */
export function describeRefusal(row: ImportRow, locale: Locale): string | null {
  const { problem } = row
  if (problem === null) return null
  const t = translator(importMessages, locale)
  const listed = Row.safeParse(problem)
  if (listed.success) return t(`row.${listed.data.why}`, { n: listed.data.row })
  const skipped = Skip.safeParse(problem)
  if (skipped.success) return describeSkip(skipped.data.why as SkipReason, locale)
  const misplaced = Place.safeParse(problem)
  if (misplaced.success) return t(`problem.${misplaced.data.kind}`)
  if (problem.kind === knownAlready.kind) return t('known')
  if (problem.kind === 'died-with-it') return t('refused.died-with-it')
  if (Gone.safeParse(problem).success) return t('refused.not-in-source')
  // What is kept is what the checks of an upload gave, and nothing else.
  return describeFileProblem(problem as unknown as FileProblem, row.path.split('/').at(-1) ?? '', locale)
}

/** How sure the proposal is, and what it rests on. */
export function describeReasons(row: ImportRow, locale: Locale): { certainty: string; reasons: string } {
  const t = translator(importMessages, locale)
  if (row.confidence === 0) return { certainty: t('unmatched'), reasons: '' }
  const word = t(`certainty.${certaintyOf(row.confidence)}`)
  const reasons = row.reasons.map(({ code, printed }) =>
    t(`reason.${code}`, { printed: printed.slice(0, 80) }),
  )
  return { certainty: t('certainty', { word, n: row.confidence }), reasons: reasons.join('; ') }
}

/** What is known of an old link. */
export function describeLink(row: ImportRow, locale: Locale): string {
  const t = translator(importMessages, locale)
  if (row.checkedOn === null) return t('link.unchecked')
  return t(row.answered ? 'link.answered' : 'link.silent', { date: formatDate(row.checkedOn, locale) })
}

export function describeBegin(problem: BeginProblem, locale: Locale): string {
  const t = translator(importMessages, locale)
  switch (problem.kind) {
    case 'no-plan':
      return t('problem.no-plan', { year: problem.year })
    case 'too-large':
      return t('problem.too-large', { size: formatBytes(problem.largest, locale) })
    case 'nothing-inside':
    case 'store-full':
    case 'store-unavailable':
    case 'no-link-column':
      return t(`problem.${problem.kind}`)
    case 'not-found':
    case 'not-a-zip':
    case 'damaged':
    case 'encrypted':
    case 'too-many-files':
    case 'unpacks-too-far':
    case 'overlapping-entries':
      return 'file' in problem
        ? describeReadProblem(problem, locale, 'link-list')
        : describeTreeProblem(problem, locale)
    default:
      return describeReadProblem(problem, locale, 'link-list')
  }
}
