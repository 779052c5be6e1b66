import { readFileSync } from 'node:fs'
import { z } from 'zod'
import { evidenceKinds } from '../core/evidence/kind.ts'
import { parseLocalDate } from '../core/shared/local-date.ts'
import type { Db } from '../db/database.ts'
import type { Deps } from '../db/write.ts'
import {
  addEvidence,
  type EvidenceServices,
  linkEvidence,
  receiveUpload,
  reviewEvidence,
} from '../features/evidence/index.ts'

const examples = new URL('../../examples/', import.meta.url)

const day = z.string().transform((text, check) => {
  const date = parseLocalDate(text)
  if (!date) check.addIssue(`${text} is no date`)
  return date ?? z.NEVER
})
const Pieces = z.array(
  z.object({
    action: z.string(),
    due: z.array(day).min(1),
    slot: z.string(),
    title: z.string(),
    kind: z.enum(evidenceKinds),
    number: z.string().default(''),
    date: day,
    validUntil: day.nullable().default(null),
    restricted: z.boolean().default(false),
    /** A file in examples/bukti, or a path of the agency's site. */
    file: z.string().optional(),
    link: z.string().optional(),
    by: z.string(),
    on: day,
    /** No reason accepts, a reason returns. */
    review: z.object({ by: z.string(), on: day, reason: z.string() }).nullable(),
  }),
)
export type ObligationPiece = z.infer<typeof Pieces>[number]

/** Pieces for what the example's plan asks for, in the order in which they were brought. */
export const readObligationEvidence = (): ObligationPiece[] =>
  Pieces.parse(JSON.parse(readFileSync(new URL('obligation-evidence.json', examples), 'utf8')))

export type LoadContext = {
  readonly db: Db
  readonly services: EvidenceServices
  readonly unitId: string
  readonly planId: string
  readonly site: string
  /** What the example's person of that name does at 10 in the morning of a day. */
  readonly as: (name: string, day: string) => Deps
  /** An obligation that is open and was due before this day is late, and has no evidence. */
  readonly settledBefore: string
}

/** Brings the pieces and judges them through the operations that people use. */
export async function loadObligationEvidence(
  context: LoadContext,
  pieces: readonly ObligationPiece[],
): Promise<void> {
  const { db, unitId, planId, settledBefore } = context
  const owed = await db
    .selectFrom('obligation as o')
    .innerJoin('action as a', 'a.id', 'o.action_id')
    .where('o.plan_id', '=', planId)
    .select(['o.id', 'o.due', 'o.state', 'a.text'])
    .execute()
  const obligationOf = new Map(owed.map(row => [`${row.text} ${row.due}`, row]))
  for (const piece of pieces) {
    const asked = piece.due.map(due => {
      const row = obligationOf.get(`${piece.action} ${due}`)
      return row ?? refuse(piece, { kind: `no-such-obligation ${due}` })
    })
    const [first, ...more] = asked.filter(({ state, due }) => state !== 'open' || due >= settledBefore)
    if (!first) continue
    const bringer = context.as(piece.by, piece.on)
    const target = (obligationId: string) => ({ obligationId, slot: piece.slot, page: '' })
    const evidenceId = await bring(context, bringer, piece, target(first.id))
    for (const { id } of more) {
      const linked = await linkEvidence(bringer, { unitId, evidenceId, target: target(id) })
      if (!linked.ok) refuse(piece, linked.problem)
    }
    if (!piece.review) continue
    const { by, on, reason } = piece.review
    const reviewed = await reviewEvidence(context.as(by, on), {
      unitId,
      evidenceId,
      revision: 1,
      decision: reason === '' ? 'accepted' : 'returned',
      reason,
    })
    if (!reviewed.ok) refuse(piece, reviewed.problem)
  }
}

async function bring(
  { services, unitId, site }: LoadContext,
  deps: Deps,
  piece: ObligationPiece,
  target: { obligationId: string; slot: string; page: string },
): Promise<string> {
  const uploads: string[] = []
  if (piece.file !== undefined) {
    const bytes = readFileSync(new URL(`bukti/${piece.file}`, examples))
    const received = await receiveUpload(deps, services, { unitId, name: piece.file, bytes: only(bytes) })
    if (!received.ok) return refuse(piece, received.problem)
    uploads.push(received.value.id)
  }
  const added = await addEvidence(deps, {
    unitId,
    facts: {
      title: piece.title,
      kind: piece.kind,
      documentNumber: piece.number,
      documentDate: piece.date,
      periodFrom: null,
      periodTo: null,
      validUntil: piece.validUntil,
      page: '',
      language: 'id',
      keywords: [],
      confidentiality: piece.restricted ? 'restricted' : 'internal',
    },
    uploads,
    link: piece.link === undefined ? null : { url: `${site}/${piece.link}`, title: null, checkedOn: null },
    target,
  })
  if (!added.ok) return refuse(piece, added.problem)
  return added.value.ids[0] ?? refuse(piece, { kind: 'nothing-brought' })
}

async function* only(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes
}

function refuse(piece: ObligationPiece, problem: { readonly kind: string }): never {
  throw new Error(`the example's evidence "${piece.title}" could not be loaded: ${JSON.stringify(problem)}`)
}
