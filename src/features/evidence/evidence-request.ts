import { asZone, type Zone } from '../../ui/format.ts'
import type { FormError } from '../../ui/forms/error-summary.tsx'
import { translator } from '../../ui/messages.ts'
import { type Request, unitOf } from '../context.ts'
import type { AddProblem } from './bring/add-evidence.ts'
import type { LinkProblem } from './link/link-evidence.ts'
import { messages } from './messages.ts'
import type { ChangeProblem } from './piece/change-evidence.ts'
import type { FactMistake } from './piece/facts.ts'
import type { ReviewProblem } from './piece/review-evidence.ts'
import type { WithdrawProblem } from './piece/withdraw-evidence.ts'
import type { Viewer } from './queries.ts'

export const words = (request: Request) => translator(messages, request.locale)
export const unitPath = (request: Request) => `/u/${unitOf(request).slug}`
export const evidencePath = (request: Request) => `${unitPath(request)}/bukti`

/** Where files go that are sent in parts. */
export const uploadPath = (request: Request) => `${evidencePath(request)}/unggahan`

export const viewerOf = (request: Request): Viewer => ({
  userId: request.actor?.userId ?? '',
  restricted: request.may('evidence.read-restricted'),
})

export const zoneOf = (request: Request): Zone => asZone(unitOf(request).zone)

export const factErrors = (request: Request, mistakes: readonly FactMistake[]): FormError[] =>
  mistakes.map(mistake => ({
    field: mistake.field,
    text: words(request)(`mistake.${mistake.kind === 'missing' ? mistake.field : mistake.kind}`),
  }))

export type EvidenceProblem = AddProblem | ChangeProblem | LinkProblem | ReviewProblem | WithdrawProblem

const fieldOf: Partial<Record<EvidenceProblem['kind'], string>> = {
  'nothing-brought': 'files',
  'upload-gone': 'files',
  'no-such-obligation': 'target',
  'no-such-slot': 'slot',
  'linked-already': 'target',
  'reason-too-short': 'reason',
}

export function problemError(request: Request, problem: EvidenceProblem): FormError {
  const t = words(request)
  const text =
    problem.kind === 'reason-too-short'
      ? t('problem.reason-too-short', { n: problem.least })
      : problem.kind === 'reviewed-already'
        ? t('problem.reviewed-already', { by: problem.by, state: t(`state.${problem.decision}`) })
        : problem.kind === 'cited'
          ? t(`problem.cited-${problem.cycle}`, { year: problem.year })
          : t(`problem.${problem.kind}`)
  const field = fieldOf[problem.kind]
  return field === undefined ? { text } : { field, text }
}

const late: readonly EvidenceProblem['kind'][] = [
  'stale',
  'reviewed-already',
  'locked',
  'cited',
  'withdrawn',
  'accepted-stays',
  'proves-answer',
]
export const statusOf = (problem: EvidenceProblem): 409 | 422 => (late.includes(problem.kind) ? 409 : 422)
