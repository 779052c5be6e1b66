import type { Context } from 'hono'
import { boundKey } from '../../../db/request-key.ts'
import type { FormError } from '../../../ui/forms/error-summary.tsx'
import { formFields } from '../../../ui/forms/form.tsx'
import { type Request, unitOf } from '../../context.ts'
import { words } from '../evidence-request.ts'
import { type FactField, factFields, type TypedFacts } from '../piece/facts.ts'
import { waitingUploads } from '../queries.ts'
import type { CheckedLink } from './add-evidence.ts'
import { type CheckLink, webAddress } from './check-link.ts'
import { cleanName } from './clean-name.ts'
import { describeFileProblem } from './describe-problem.ts'
import { BrokenForm, readUploadForm } from './read-upload-form.ts'
import type { EvidenceServices } from './receive-file.ts'
import { receiveUpload } from './receive-upload.ts'
import type { Waiting } from './upload-form.view.tsx'

/** A form with files, read: what was typed, which files wait for it now, and what was wrong with others. */
export type TakenForm = {
  readonly request: Request
  readonly field: (name: string) => string
  readonly typed: TypedFacts
  readonly waiting: readonly Waiting[]
  readonly renamed: number
  readonly link: CheckedLink | null
  readonly errors: readonly FormError[]
}

/** Takes in the files of a form as they come. The form's key is found in it, since the shell did not read it. */
export async function takeForm(
  c: Context,
  request: Request,
  services: EvidenceServices & { readonly checkLink: CheckLink },
): Promise<TakenForm> {
  const t = words(request)
  const unitId = unitOf(request).id
  const form = await readUploadForm(c, async file => ({
    name: cleanName(file.name).name,
    received: await receiveUpload(request, services, { unitId, name: file.name, bytes: file.bytes }),
  })).catch(error => {
    if (error instanceof BrokenForm) return null
    throw error
  })
  if (!form)
    return {
      request,
      field: () => '',
      typed: {},
      waiting: [],
      renamed: 0,
      link: null,
      errors: [{ field: 'files', text: t('problem.broken-form') }],
    }
  const received = form.files.flatMap(file => (file.received.ok ? [file.received.value] : []))
  const errors: FormError[] = form.files.flatMap(({ name, received: outcome }) =>
    outcome.ok ? [] : [{ field: 'files', text: describeFileProblem(outcome.problem, name, request.locale) }],
  )
  const earlier = await waitingUploads(request.db, unitId, request.actor?.userId ?? '', form.all('upload'))
  const typedUrl = form.field('url').trim()
  const url = typedUrl === '' ? null : webAddress(typedUrl)
  if (typedUrl !== '' && !url) errors.push({ field: 'url', text: t('mistake.url') })
  const typed = Object.fromEntries(factFields.map((name: FactField) => [name, form.field(name)]))
  const waiting = [...earlier, ...received]
  const content = [
    c.req.path,
    typed,
    typedUrl,
    form.field('slot'),
    waiting.map(file => [file.fileName, file.sha256]),
  ]
  return {
    request: { ...request, requestKey: boundKey(form.field(formFields.idempotencyKey), content) },
    field: form.field,
    typed,
    waiting,
    renamed: received.filter(file => file.renamed).length,
    link: url && errors.length === 0 ? await look(url.href, request, services.checkLink) : null,
    errors,
  }
}

async function look(url: string, request: Request, checkLink: CheckLink): Promise<CheckedLink> {
  const answer = await checkLink(url)
  return { url, title: answer?.title ?? null, checkedOn: answer ? request.today : null }
}
