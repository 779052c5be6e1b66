import { createHash, type Hash } from 'node:crypto'
import type { Readable } from 'node:stream'
import { err, ok, type Result } from '../../../core/shared/result.ts'
import type { Deps } from '../../../db/write.ts'
import { type EvidenceServices, type FileProblem, settleFile } from '../bring/receive-file.ts'
import { recordUpload } from '../bring/receive-upload.ts'
import { actorId } from '../ids.ts'
import { type Measurer, measurer } from '../store/measure.ts'
import { StoreProblem } from '../store/object-store.ts'
import { dropUpload } from './drop-upload.ts'
import { type PartialUpload, partialUpload } from './partial-upload.ts'
import { takeTurns } from './take-turns.ts'

export type PartProblem =
  | { readonly kind: 'gone' }
  /** The part does not begin where the received bytes end. */
  | { readonly kind: 'offset' }
  | { readonly kind: 'past-end' }
  | { readonly kind: 'checksum' }
  /** The sender broke off; what came by then is kept. */
  | { readonly kind: 'broken' }
  | { readonly kind: 'file'; readonly problem: FileProblem; readonly fileName: string }

export type Part = {
  readonly offset: number
  /** Null where the sender does not say. */
  readonly length: number | null
  readonly bytes: Readable
  readonly checksum: { readonly algorithm: 'sha1' | 'sha256'; readonly digest: string } | null
}

export type Progress = { readonly upload: PartialUpload; readonly offset: number }
type Which = { readonly id: string; readonly unitId: string }
type Outcome = Promise<Result<Progress, PartProblem>>

/** Measures kept between two parts of a file. The others take theirs from the staged bytes once these are whole. */
const mostMeasures = 64

/** Problems that a later try may not meet: the bytes stay. */
const passing: readonly FileProblem['kind'][] = ['scan-unavailable', 'store-unavailable', 'store-full']

/** Takes files in by parts, as the tus protocol sends them; the last one is judged as a form's file is. */
export function uploadsInParts(services: EvidenceServices) {
  const inTurn = takeTurns()
  const measures = new Map<string, Measurer>()

  const keep = (id: string, measure: Measurer) => {
    measures.set(id, measure)
    const [oldest] = measures.keys()
    if (measures.size > mostMeasures && oldest !== undefined) measures.delete(oldest)
  }

  /** Of its sender: nobody else's request makes one under way give up. */
  const turnOf = (deps: Deps, { id }: Which) => `${actorId(deps)} ${id}`
  const find = (deps: Deps, which: Which) =>
    partialUpload(deps.db, { ...which, userId: actorId(deps) }, deps.now)

  const atStore = async (upload: PartialUpload, work: () => Outcome): Outcome => {
    try {
      return await work()
    } catch (error) {
      if (!(error instanceof StoreProblem)) throw error
      return err({ kind: 'file', problem: { kind: error.kind }, fileName: upload.fileName })
    }
  }

  /** All bytes are there: what they are is judged now. */
  async function finish(deps: Deps, unitId: string, upload: PartialUpload): Outcome {
    const { id, fileName, size } = upload
    const kept = measures.get(id)
    measures.delete(id)
    await services.store.gather(id)
    const measure =
      kept?.size() === size ? kept.measure() : await measured(await services.store.readStaged(id))
    const settled = await settleFile(services, { id, name: fileName, measure })
    const done = settled.ok ? await recordUpload(deps, services, unitId, settled.value, id) : settled
    if (done.ok) return ok({ upload: { ...upload, received: true }, offset: size })
    if (!passing.includes(done.problem.kind))
      await dropUpload(deps, services.store, { id, unitId }, done.problem.kind)
    return err({ kind: 'file', problem: done.problem, fileName })
  }

  async function append(
    deps: Deps,
    unitId: string,
    upload: PartialUpload,
    part: Part,
    signal: AbortSignal,
  ): Outcome {
    const { id, size } = upload
    const { offset } = part
    const kept = measures.get(id)
    measures.delete(id)
    const measure = offset === 0 ? measurer() : kept?.size() === offset ? kept : null
    const arriving = arrive(part, size - offset, measure, signal)
    await services.store.append(id, offset, arriving.bytes())
    const fault = arriving.fault()
    if (fault === 'past-end' || fault === 'checksum' || (fault && part.checksum)) {
      await services.store.cut(id, offset)
      return err({ kind: fault })
    }
    if (measure) keep(id, measure)
    if (fault) return err({ kind: fault })
    const end = offset + arriving.length()
    return end === size ? finish(deps, unitId, upload) : ok({ upload, offset: end })
  }

  return {
    /** How far it is. A file that is all there, but that nobody judged before the process died, is judged now. */
    look: (deps: Deps, which: Which): Outcome =>
      inTurn(turnOf(deps, which), async () => {
        const upload = await find(deps, which)
        if (!upload) return err({ kind: 'gone' })
        if (upload.received) return ok({ upload, offset: upload.size })
        return atStore(upload, async () => {
          const offset = await services.store.appended(upload.id)
          return offset === upload.size ? finish(deps, which.unitId, upload) : ok({ upload, offset })
        })
      }),

    take: (deps: Deps, which: Which, part: Part): Outcome =>
      inTurn(turnOf(deps, which), async signal => {
        const upload = await find(deps, which)
        if (!upload) return err({ kind: 'gone' })
        return atStore(upload, async () => {
          const stands = upload.received ? upload.size : await services.store.appended(upload.id)
          if (part.offset !== stands) return err({ kind: 'offset' })
          if (part.length !== null && part.offset + part.length > upload.size)
            return err({ kind: 'past-end' })
          if (upload.received) return ok({ upload, offset: stands })
          return append(deps, which.unitId, upload, part, signal)
        })
      }),

    end: (deps: Deps, which: Which): Promise<Result<null, PartProblem>> =>
      inTurn(turnOf(deps, which), async () => {
        if (!(await find(deps, which))) return err({ kind: 'gone' })
        measures.delete(which.id)
        const dropped = await dropUpload(deps, services.store, which, 'cancelled')
        return dropped.ok ? ok(null) : err({ kind: 'gone' })
      }),
  }
}

/** The bytes of a part as they come: measured, never more than `room`, and ended where the sender breaks off. */
function arrive(part: Part, room: number, measure: Measurer | null, signal: AbortSignal) {
  const sum: Hash | null = part.checksum && createHash(part.checksum.algorithm)
  const seen: { length: number; fault: 'past-end' | 'broken' | null } = { length: 0, fault: null }
  const cameBack = new Promise<never>((_done, fail) => {
    signal.addEventListener('abort', () => fail(new Error('the sender came back')))
  })
  cameBack.catch(() => part.bytes.destroy())
  async function* bytes(): AsyncGenerator<Uint8Array> {
    const source: AsyncIterator<Uint8Array> = part.bytes.iterator({ destroyOnReturn: false })
    try {
      for (;;) {
        const next = await Promise.race([source.next(), cameBack])
        if (next.done) return
        const piece = next.value
        if (seen.length + piece.length > room) {
          seen.fault = 'past-end'
          return
        }
        seen.length += piece.length
        measure?.add(piece)
        sum?.update(piece)
        yield piece
      }
    } catch {
      seen.fault = 'broken'
    }
  }
  const wrongSum = () => sum !== null && sum.digest('base64') !== part.checksum?.digest
  return {
    bytes,
    length: () => seen.length,
    fault: () => seen.fault ?? (wrongSum() ? ('checksum' as const) : null),
  }
}

async function measured(bytes: AsyncIterable<Uint8Array>) {
  const passed = measurer()
  for await (const piece of bytes) passed.add(piece)
  return passed.measure()
}
