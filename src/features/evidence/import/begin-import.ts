import { err, ok, type Result } from '../../../core/shared/result.ts'
import { type Deps, write } from '../../../db/write.ts'
import type { EvidenceServices, FileProblem } from '../bring/receive-file.ts'
import { actorId } from '../ids.ts'
import { nameObject, type SeenObject, seeObject } from '../store/claim-object.ts'
import { measuring, TooLarge } from '../store/measure.ts'
import { StoreProblem } from '../store/object-store.ts'
import type { FileTree, SkippedFile, TreeProblem } from './file-tree.ts'
import { openFolder } from './open-folder.ts'
import { openZip } from './open-zip.ts'
import { planOfUnit, type UnitPlan } from './plan-of-unit.ts'
import { propose } from './propose.ts'
import { type LinkList, type LinkListProblem, readLinks } from './read-links.ts'

/** Bytes of a ZIP or a list that are taken in. */
export const largestZip = 20 * 2 ** 30
export const largestList = 20_000_000

export type BeginProblem =
  | TreeProblem
  | LinkListProblem
  | { readonly kind: 'no-plan'; readonly year: number }
  | { readonly kind: 'nothing-inside' }
  | Extract<FileProblem, { kind: 'too-large' | 'store-full' | 'store-unavailable' }>

type Where = { readonly unitId: string; readonly year: number; readonly name: string }
type Begun = { readonly id: string }
type Listed = {
  readonly path: string
  readonly size: number | null
  readonly url: string | null
}

/** Takes a ZIP in, lists what it holds and proposes a place for each file. Nothing becomes evidence yet. */
export async function beginZip(
  deps: Deps,
  { store }: EvidenceServices,
  where: Where,
  bytes: AsyncIterable<Uint8Array>,
): Promise<Result<Begun, BeginProblem>> {
  const plan = await planOfUnit(deps.db, where.unitId, where.year)
  if (!plan) return err({ kind: 'no-plan', year: where.year })
  const id = deps.newId()
  let settled = false
  try {
    const passing = measuring(bytes, largestZip)
    await store.stage(id, passing.stream)
    const { sha256, size } = passing.measure()
    const tree = await openZip({ size, read: range => store.readStaged(id, range) })
    if (!tree.ok) return tree
    try {
      if (tree.value.files.length === 0) return err({ kind: 'nothing-inside' })
      await store.settle(id, sha256)
      settled = true
      const seen = await seeObject(deps.db, store, { sha256, size })
      if (!seen.ok) return seen
      return await list(deps, { ...where, source: 'zip', object: seen.value }, plan, tree.value)
    } finally {
      await tree.value.close()
    }
  } catch (error) {
    if (error instanceof TooLarge) return err({ kind: 'too-large', largest: largestZip })
    if (error instanceof StoreProblem) return err({ kind: error.kind })
    throw error
  } finally {
    if (!settled) await store.dropStaged(id).catch(() => undefined)
  }
}

/** Lists a folder of the server, which stays where it is until the import is done. */
export async function beginFolder(deps: Deps, where: Where): Promise<Result<Begun, BeginProblem>> {
  const plan = await planOfUnit(deps.db, where.unitId, where.year)
  if (!plan) return err({ kind: 'no-plan', year: where.year })
  const tree = await openFolder(where.name)
  if (!tree.ok) return tree
  if (tree.value.files.length === 0) return err({ kind: 'nothing-inside' })
  return list(deps, { ...where, source: 'folder', object: null }, plan, tree.value)
}

/** Lists the addresses of a table. None is looked at. */
export async function beginLinks(
  deps: Deps,
  where: Where,
  bytes: Uint8Array,
): Promise<Result<Begun, BeginProblem>> {
  const plan = await planOfUnit(deps.db, where.unitId, where.year)
  if (!plan) return err({ kind: 'no-plan', year: where.year })
  const links = await readLinks(where.name, bytes)
  if (!links.ok) return links
  if (links.value.links.length === 0) return err({ kind: 'nothing-inside' })
  const files = links.value.links.map(({ path, url }) => ({ path, url, size: null }))
  const skipped = rowProblems(links.value)
  return keep(deps, { ...where, source: 'links', object: null }, plan, files, skipped)
}

type Skipped = { readonly path: string; readonly problem: object }
const rowProblems = ({ problems }: LinkList): Skipped[] =>
  problems.map(({ row, text, why }) => ({ path: text, problem: { kind: 'row', row, why } }))
const skippedOf = (skipped: readonly SkippedFile[]): Skipped[] =>
  skipped.map(({ path, why }) => ({ path, problem: { kind: 'skip', why } }))

type Source = Where & {
  readonly source: 'zip' | 'folder' | 'links'
  readonly object: SeenObject | null
}

const list = (deps: Deps, source: Source, plan: UnitPlan, tree: FileTree) =>
  keep(
    deps,
    source,
    plan,
    tree.files.map(({ path, size }) => ({ path, size, url: null })),
    skippedOf(tree.skipped),
  )

async function keep(
  deps: Deps,
  source: Source,
  plan: UnitPlan,
  files: readonly Listed[],
  skipped: readonly Skipped[],
): Promise<Result<Begun, BeginProblem>> {
  const proposals = await propose(
    plan,
    files.map(file => file.path),
    deps.today,
  )
  return write<Begun, BeginProblem>(deps, async (tx, record) => {
    const named =
      source.object &&
      (await nameObject(tx, deps, source.object, { type: 'application/zip', scanned: false }))
    if (named && !named.ok) return named
    const id = deps.newId()
    await tx
      .insertInto('evidence_import')
      .values({
        id,
        unit_id: source.unitId,
        year: source.year,
        source: source.source,
        name: source.name,
        sha256: source.object?.sha256 ?? null,
        state: 'ready',
        problem: null,
        created_by: actorId(deps),
        created_at: deps.now,
      })
      .execute()
    const rows = files.flatMap((file, at) => {
      const proposal = proposals[at]
      if (!proposal) return []
      const place = proposal.choice === 'take' ? proposal.suggested[0] : undefined
      return [
        {
          id: deps.newId(),
          import_id: id,
          position: at,
          path: file.path,
          url: file.url,
          size: file.size,
          confidence: proposal.confidence,
          reasons: JSON.stringify(proposal.reasons),
          suggested: JSON.stringify(proposal.suggested),
          choice: proposal.choice,
          obligation_id: place?.obligationId ?? null,
          slot_text: place?.slot ?? '',
          state: 'listed' as const,
          problem: null,
          evidence_id: null,
          checked_on: null,
          answered: null,
        },
      ]
    })
    const left = skipped.map((file, at) => ({
      id: deps.newId(),
      import_id: id,
      position: files.length + at,
      path: file.path,
      url: null,
      size: null,
      confidence: 0,
      reasons: '[]',
      suggested: '[]',
      choice: 'skip' as const,
      obligation_id: null,
      slot_text: '',
      state: 'refused' as const,
      problem: JSON.stringify(file.problem),
      evidence_id: null,
      checked_on: null,
      answered: null,
    }))
    const all = [...rows, ...left]
    // A statement holds 65,535 values.
    for (let from = 0; from < all.length; from += 3000)
      await tx
        .insertInto('evidence_import_file')
        .values(all.slice(from, from + 3000))
        .execute()
    record({
      action: 'evidence-import-read',
      subjectType: 'evidence-import',
      subjectId: id,
      unitId: source.unitId,
      detail: { source: source.source, name: source.name, files: files.length, left: skipped.length },
    })
    return ok({ id })
  })
}
