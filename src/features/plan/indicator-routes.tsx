import type { Context } from 'hono'
import { may } from '../../core/access/may.ts'
import { Notice } from '../../ui/display/notice.tsx'
import { PageHead } from '../../ui/display/page-head.tsx'
import { formatDate } from '../../ui/format.ts'
import { ButtonLink, SubmitButton } from '../../ui/forms/button.tsx'
import { ErrorSummary, errorOf, type FormError } from '../../ui/forms/error-summary.tsx'
import { CarriedFields, PostForm } from '../../ui/forms/form.tsx'
import { SelectField } from '../../ui/forms/select-field.tsx'
import { TextField } from '../../ui/forms/text-field.tsx'
import { translator } from '../../ui/messages.ts'
import { uiText } from '../../ui/ui-messages.ts'
import { get, post, type Request, type Route, unitOf } from '../context.ts'
import { assignPerson } from './assign-person.ts'
import { editIndicator } from './edit-indicator.ts'
import { importMessages } from './import-messages.ts'
import { planMessages } from './messages.ts'
import { findIndicator, findPlan, unitPeople } from './queries.ts'
import { correctionOf, RowFields, rowAsTyped, type TypedRow, typedRow } from './row-form.tsx'

async function find(c: Context, request: Request) {
  const year = Number(c.req.param('year'))
  const plan = Number.isInteger(year) ? await findPlan(request.db, unitOf(request).id, year) : undefined
  const found = plan && (await findIndicator(request.db, plan.id, c.req.param('id') ?? ''))
  if (!plan || !found) return null
  return { plan, found, here: `/u/${unitOf(request).slug}/rencana/${year}/indikator/${found.indicator.id}` }
}

async function show(c: Context, request: Request, errors: readonly FormError[] = [], typed?: TypedRow) {
  const at = await find(c, request)
  if (!at) return request.notFound()
  const { plan, found, here } = at
  const { locale } = request
  const t = translator(planMessages, locale)
  const { indicator, actions, evidence, schedules, obligations } = found
  const start = schedules.find(schedule => schedule.start !== null)?.start ?? null
  const texts = (list: readonly { readonly text: string }[]) => list.map(({ text }) => text)
  const row = {
    text: indicator.text,
    actions: texts(actions),
    evidence: texts(evidence),
    schedules: texts(schedules),
    owner: indicator.owner,
    start,
  }
  const people = request.may('plan.assign') ? await unitPeople(request.db, unitOf(request).path) : []
  return request.page({
    title: indicator.text,
    current: 'plan',
    status: errors.length > 0 ? 422 : 200,
    body: (
      <>
        <PageHead
          title={indicator.text}
          note={`${indicator.areaLabel} · ${indicator.subName}`}
          actions={
            <ButtonLink
              kind="quiet"
              href={`/u/${unitOf(request).slug}/rencana/${plan.year}#i-${indicator.id}`}
            >
              {t('indicator.back')}
            </ButtonLink>
          }
        />
        <ErrorSummary locale={locale} errors={errors} />
        {schedules.length === 0 ? (
          <Notice locale={locale} tone="warning">
            {t('schedule.empty')}
          </Notice>
        ) : null}
        {people.length > 0 ? (
          <section id="person">
            <h2>{t('owner')}</h2>
            <PostForm action={`${here}/orang`} csrf="" idempotencyKey={request.newId()}>
              <SelectField
                locale={locale}
                name="personId"
                label={t('owner')}
                empty={t('owner.none')}
                value={actions[0]?.personId ?? ''}
                options={people.map(({ id, name, position }) => ({
                  value: id,
                  text: position ? `${name}, ${position}` : name,
                }))}
              />
              <SubmitButton kind="quiet">{t('owner.set')}</SubmitButton>
            </PostForm>
          </section>
        ) : null}
        <section>
          <h2>{t('obligations.of')}</h2>
          <ul>
            {obligations.map(({ id, due, state, action }) => (
              <li>
                <a href={`/u/${unitOf(request).slug}/kewajiban/${id}`}>{formatDate(due, locale)}</a> {action}
                {state === 'open' ? '' : ` (${uiText[locale](`state.${state}`)})`}
              </li>
            ))}
          </ul>
        </section>
        {request.may('plan.edit') ? (
          <section id="schedule">
            <PostForm action={here} csrf="" idempotencyKey={request.newId()}>
              <CarriedFields values={{ revision: String(plan.revision) }} />
              <RowFields locale={locale} typed={typed ?? rowAsTyped(row, plan.revision)} errors={errors} />
              <TextField
                locale={locale}
                name="reason"
                label={t('reason.change')}
                optional={plan.version === 0}
                value={typed?.reason}
                error={errorOf(errors, 'reason')}
              />
              <SubmitButton>{t('save')}</SubmitButton>
            </PostForm>
          </section>
        ) : (
          (['actions', 'evidence', 'schedules'] as const).map(part => (
            <section>
              <h2>{t(part === 'schedules' ? 'schedule' : part)}</h2>
              <ul>
                {row[part].map(text => (
                  <li>{text}</li>
                ))}
              </ul>
            </section>
          ))
        )}
      </>
    ),
  })
}

async function edit(c: Context, request: Request) {
  const at = await find(c, request)
  if (!at) return request.notFound()
  const t = translator(planMessages, request.locale)
  const words = translator(importMessages, request.locale)
  const typed = typedRow(await c.req.parseBody({ all: true }))
  const content = correctionOf(typed)
  if (!content) return show(c, request, [{ field: 'start', text: words('problem.start') }], typed)
  const saved = await editIndicator(request, {
    unitId: unitOf(request).id,
    planId: at.plan.id,
    indicatorId: at.found.indicator.id,
    revision: typed.revision,
    content,
    reason: typed.reason,
  })
  if (saved.ok) return request.go(at.here, t('rescheduled'))
  switch (saved.problem.kind) {
    case 'not-found':
      return request.notFound()
    case 'reason-missing':
      return show(c, request, [{ field: 'reason', text: t('reason.missing') }], typed)
    case 'text-missing':
      return show(c, request, [{ field: 'text', text: words('problem.text-missing') }], typed)
    case 'stale':
      return show(c, request, [{ text: t('moved.late') }], typed)
  }
}

async function assign(c: Context, request: Request) {
  const at = await find(c, request)
  if (!at) return request.notFound()
  const { personId } = await c.req.parseBody()
  const people = await unitPeople(request.db, unitOf(request).path)
  const person = people.find(({ id }) => id === personId)
  if (personId !== '' && !person) return request.notFound()
  const { plan, found, here } = at
  // The shell checked the unit; a coordinator may assign in the own areas only.
  const place = { unitPath: unitOf(request).path, area: found.indicator.area }
  if (!may(request.actor, 'plan.assign', place, request.today)) return request.notFound()
  const saved = await assignPerson(request, {
    planId: plan.id,
    indicatorId: found.indicator.id,
    personId: person?.id ?? null,
  })
  return saved.ok
    ? request.go(here, translator(planMessages, request.locale)('assigned'))
    : request.notFound()
}

const path = '/u/:unit/rencana/:year/indikator/:id'
export const indicatorRoutes: Route[] = [
  get(path, 'plan.read', (c, request) => show(c, request)),
  post(path, 'plan.edit', edit),
  post(`${path}/orang`, 'plan.assign', assign),
]
