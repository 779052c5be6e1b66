import type { Context } from 'hono'
import { z } from 'zod'
import { Card } from '../../../ui/display/card.tsx'
import { PageHead } from '../../../ui/display/page-head.tsx'
import { ButtonRow, SubmitButton } from '../../../ui/forms/button.tsx'
import { ErrorSummary, errorOf, type FormError } from '../../../ui/forms/error-summary.tsx'
import { PostForm } from '../../../ui/forms/form.tsx'
import { TextField } from '../../../ui/forms/text-field.tsx'
import { translator } from '../../../ui/messages.ts'
import { get, post, type Request, type Route, unitOf } from '../../context.ts'
import { planPath } from '../plan-of-request.ts'
import { beginMessages } from './begin-messages.ts'
import { beginPlan } from './begin-plan.ts'

const Form = z.object({ tahun: z.string().trim().catch('') })

function show(request: Request, tahun: string, errors: readonly FormError[]) {
  const { locale } = request
  const t = translator(beginMessages, locale)
  return request.page({
    title: t('title'),
    current: 'plan',
    status: errors.length > 0 ? 422 : 200,
    body: (
      <>
        <PageHead title={t('title')} note={t('note')} />
        <ErrorSummary locale={locale} errors={errors} />
        <Card>
          <PostForm action={planPath(request, 'mulai')} csrf="" idempotencyKey={request.formKey}>
            <TextField
              locale={locale}
              name="tahun"
              label={t('plan.year')}
              inputmode="numeric"
              width={4}
              value={tahun}
              error={errorOf(errors, 'tahun')}
            />
            <ButtonRow>
              <SubmitButton>{t('begin')}</SubmitButton>
              <a href={planPath(request, 'impor')}>{t('import')}</a>
            </ButtonRow>
          </PostForm>
        </Card>
      </>
    ),
  })
}

async function begin(c: Context, request: Request) {
  const t = translator(beginMessages, request.locale)
  const { tahun } = Form.parse(await c.req.parseBody({ all: true }))
  if (!/^20\d\d$/.test(tahun)) return show(request, tahun, [{ field: 'tahun', text: t('year.wrong') }])
  const { id, name } = unitOf(request)
  const begun = await beginPlan(request, { unit: { id, name }, year: Number(tahun) })
  if (begun.ok) return request.go(planPath(request, `${tahun}/indikator/baru`), t('begun', { year: tahun }))
  return show(request, tahun, [{ field: 'tahun', text: t('exists', { year: tahun }) }])
}

const path = '/u/:unit/rencana/mulai'
export const beginRoutes: Route[] = [
  get(path, 'plan.import', (c, request) =>
    show(request, Form.parse(c.req.query()).tahun || request.today.slice(0, 4), []),
  ),
  post(path, 'plan.import', begin),
]
