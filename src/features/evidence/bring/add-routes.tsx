import type { Context } from 'hono'
import { kindsNamed } from '../../../core/evidence/kind.ts'
import { Card } from '../../../ui/display/card.tsx'
import { Breadcrumbs } from '../../../ui/display/navigation.tsx'
import { PageHead } from '../../../ui/display/page-head.tsx'
import { ErrorSummary, type FormError } from '../../../ui/forms/error-summary.tsx'
import { get, postStream, type Request, type Route, unitOf } from '../../context.ts'
import {
  evidencePath,
  factErrors,
  problemError,
  statusOf,
  unitPath,
  uploadPath,
  viewerOf,
  words,
} from '../evidence-request.ts'
import { ObligationEvidenceView } from '../link/obligation.view.tsx'
import { firstEmptySlot } from '../link/slots.view.tsx'
import { readFacts } from '../piece/facts.ts'
import { type OwedObligation, obligationSlots, owedObligation } from '../queries.ts'
import { addEvidence } from './add-evidence.ts'
import type { Behind } from './behind.ts'
import type { CheckLink } from './check-link.ts'
import type { EvidenceServices } from './receive-file.ts'
import { type TakenForm, takeForm } from './take-form.ts'
import { UploadForm, type UploadTyped, type Waiting } from './upload-form.view.tsx'

export type AddServices = EvidenceServices & {
  readonly checkLink: CheckLink
  readonly behind: Behind
  /** Told that files have come in; what is inside them is read later. */
  readonly onStored?: () => void
}

type Tried = {
  readonly typed: UploadTyped
  readonly waiting: readonly Waiting[]
  readonly errors: readonly FormError[]
  readonly status: 200 | 409 | 422
}
const fresh = (slot: string): Tried => ({
  typed: { slot, kind: kindsNamed(slot)[0] ?? '' },
  waiting: [],
  errors: [],
  status: 200,
})

/** Evidence is brought on the page of the obligation that asks for it, or without one on a page of its own. */
export function addRoutes(services: AddServices): Route[] {
  async function showObligation(request: Request, obligation: OwedObligation, tried: Tried) {
    const t = words(request)
    return request.page({
      title: t('obligation.title'),
      current: 'evidence',
      status: tried.status,
      islands: ['upload'],
      body: (
        <ObligationEvidenceView
          {...tried}
          locale={request.locale}
          services={services}
          action={`${evidencePath(request)}/kewajiban/${obligation.id}`}
          formKey={request.formKey}
          endpoint={uploadPath(request)}
          unitPath={unitPath(request)}
          obligation={obligation}
          slots={await obligationSlots(request.db, unitOf(request).id, obligation.id, viewerOf(request))}
          mayAdd={request.may('evidence.add')}
        />
      ),
    })
  }

  function showNew(request: Request, tried: Tried) {
    const t = words(request)
    return request.page({
      title: t('add'),
      current: 'evidence',
      status: tried.status,
      islands: ['upload'],
      body: (
        <>
          <Breadcrumbs
            locale={request.locale}
            items={[{ text: t('evidence'), href: evidencePath(request) }, { text: t('add') }]}
          />
          <ErrorSummary locale={request.locale} errors={tried.errors} />
          <PageHead title={t('add')} note={t('addNote')} />
          <Card>
            <UploadForm
              {...tried}
              locale={request.locale}
              services={services}
              action={`${evidencePath(request)}/baru`}
              formKey={request.formKey}
              endpoint={uploadPath(request)}
              slots={[]}
            />
          </Card>
        </>
      ),
    })
  }

  async function add(taken: TakenForm, obligation: OwedObligation | null) {
    const { request } = taken
    const facts = readFacts(taken.typed, false)
    const slot = taken.field('slot')
    const tried = (errors: readonly FormError[], status: 409 | 422, waiting = taken.waiting): Tried => ({
      typed: { ...taken.typed, slot, url: taken.field('url') },
      waiting,
      errors,
      status,
    })
    if (!facts.ok || taken.errors.length > 0) {
      const errors = [...taken.errors, ...(facts.ok ? [] : factErrors(request, facts.problem))]
      return { ok: false as const, tried: tried(errors, 422) }
    }
    const added = await addEvidence(request, {
      unitId: unitOf(request).id,
      facts: facts.value,
      uploads: taken.waiting.map(file => file.id),
      link: taken.link,
      target: obligation && { obligationId: obligation.id, slot, page: facts.value.page },
    })
    if (added.ok) {
      services.onStored?.()
      const notice = words(request)('done.added', { n: added.value.ids.length, renamed: taken.renamed })
      return { ok: true as const, notice }
    }
    const gone = added.problem.kind === 'upload-gone'
    return {
      ok: false as const,
      tried: tried(
        [problemError(request, added.problem)],
        statusOf(added.problem),
        gone ? [] : taken.waiting,
      ),
    }
  }

  /** Where one thing alone is asked for, it is what people bring. */
  async function likelySlot(request: Request, obligation: OwedObligation): Promise<string> {
    const unitId = unitOf(request).id
    return firstEmptySlot(await obligationSlots(request.db, unitId, obligation.id, viewerOf(request)))
  }

  const obligationOf = (c: Context, request: Request) =>
    owedObligation(request.db, unitOf(request).id, c.req.param('id') ?? '')

  return [
    get('/u/:unit/bukti/baru', 'evidence.add', (_c, request) => showNew(request, fresh(''))),
    postStream('/u/:unit/bukti/baru', 'evidence.add', async (c, request) => {
      const taken = await takeForm(c, request, services)
      const added = await add(taken, null)
      return added.ok ? request.go(evidencePath(request), added.notice) : showNew(request, added.tried)
    }),
    get('/u/:unit/bukti/kewajiban/:id', 'evidence.read', async (c, request) => {
      const obligation = await obligationOf(c, request)
      if (!obligation) return request.notFound()
      return showObligation(
        request,
        obligation,
        fresh(c.req.query('slot') ?? (await likelySlot(request, obligation))),
      )
    }),
    postStream('/u/:unit/bukti/kewajiban/:id', 'evidence.add', async (c, request) => {
      const obligation = await obligationOf(c, request)
      if (!obligation) return request.notFound()
      const taken = await takeForm(c, request, services)
      const added = await add(taken, obligation)
      return added.ok
        ? request.go(`${evidencePath(request)}/kewajiban/${obligation.id}`, added.notice)
        : showObligation(request, obligation, added.tried)
    }),
  ]
}
