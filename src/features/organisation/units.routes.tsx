import { isId } from '../../core/shared/id.ts'
import { Confirm } from '../../ui/display/confirm.tsx'
import { Notice } from '../../ui/display/notice.tsx'
import { ErrorSummary, type FormError } from '../../ui/forms/error-summary.tsx'
import { uiText } from '../../ui/ui-messages.ts'
import { get, post, type Request, type Route, unitOf } from '../context.ts'
import { closeUnit, reopenUnit } from './close-unit.ts'
import { type FormValues, formText } from './form-text.ts'
import { createUnit, renameUnit, unitState } from './save-unit.ts'
import { subtree } from './subtree.ts'
import { type UnitForm, UnitFormView, zoneNames } from './unit-form.view.tsx'
import { unitText } from './unit-messages.ts'
import { UnitTree } from './unit-tree.view.tsx'

const base = '/u/:unit/unit'
const at = (request: Request) => `/u/${unitOf(request).slug}/unit`

async function treePage(request: Request, errors: readonly FormError[]) {
  const { locale, db } = request
  const t = unitText(locale)
  const unit = unitOf(request)
  const path = at(request)
  const units = await subtree(db, unit.id, { closed: true })
  const counts = await db
    .selectFrom('employee')
    .select(['unit_id', ({ fn }) => fn.countAll<string>().as('people')])
    .where(
      'unit_id',
      'in',
      units.map(each => each.id),
    )
    .where('active', '=', true)
    .groupBy('unit_id')
    .execute()
  const people = new Map(counts.map(row => [row.unit_id, Number(row.people)]))
  const body = (
    <UnitTree
      locale={locale}
      unit={unit}
      path={path}
      units={units}
      people={people}
      errors={errors}
      newKey={request.newId}
    />
  )
  return request.page({ title: t('units'), current: 'units', status: errors.length > 0 ? 422 : 200, body })
}

async function formPage(
  request: Request,
  id: string | null,
  form: UnitForm,
  errors: readonly FormError[],
  conflict = false,
) {
  const { locale, db } = request
  const t = unitText(locale)
  const path = at(request)
  const units = await subtree(db, unitOf(request).id)
  const unit = units.find(each => each.id === id)
  const title = unit ? t('changeTitle', { unit: unit.name }) : t('add')
  const body = (
    <UnitFormView
      locale={locale}
      title={title}
      path={path}
      id={id}
      mayClose={unit !== undefined && unit.depth > 0}
      form={form}
      parents={units}
      errors={errors}
      formKey={request.formKey}
    />
  )
  const status = conflict ? 409 : errors.length > 0 ? 422 : 200
  return request.page({ title, current: 'units', status, body })
}

async function closePage(request: Request, id: string, problem?: string) {
  const { locale, db } = request
  const t = unitText(locale)
  const unit = (await subtree(db, unitOf(request).id)).find(each => each.id === id && each.depth > 0)
  if (!unit) return request.notFound()
  const { people } = await db
    .selectFrom('employee')
    .select(({ fn }) => fn.countAll<string>().as('people'))
    .where('unit_id', '=', id)
    .where('active', '=', true)
    .executeTakeFirstOrThrow()
  const title = t('closeTitle', { unit: unit.name })
  const body = (
    <>
      <ErrorSummary locale={locale} errors={problem ? [{ text: problem }] : []} />
      <Confirm
        locale={locale}
        title={title}
        action={`${at(request)}/${id}/tutup`}
        label={t('closeYes')}
        cancelHref={at(request)}
        danger
        csrf=""
        idempotencyKey={request.formKey}
      >
        <p>{t('closeText')}</p>
        {Number(people) > 0 ? (
          <Notice locale={locale} tone="warning">
            {t('closePeople', { count: Number(people) })}
          </Notice>
        ) : null}
      </Confirm>
    </>
  )
  return request.page({ title, current: 'units', status: problem ? 422 : 200, body })
}

async function save(request: Request, values: FormValues, id: string | null) {
  const t = unitText(request.locale)
  const form: UnitForm = {
    name: formText(values, 'name').replace(/\s+/g, ' '),
    shortName: formText(values, 'shortName').replace(/\s+/g, ' '),
    zone: formText(values, 'zone'),
    parent: formText(values, 'parent'),
    drawn: formText(values, 'drawn'),
  }
  const zone = zoneNames.find(candidate => candidate === form.zone)
  if (!zone) return formPage(request, id, form, [{ field: 'zone', text: t('zone-unknown') }])
  const facts = { name: form.name, shortName: form.shortName, zone, rootId: unitOf(request).id }
  const result =
    id === null
      ? await createUnit(request, { ...facts, parentId: form.parent })
      : await renameUnit(request, { ...facts, id, drawn: form.drawn })
  if (result.ok) {
    // The address stays, but the name in the shell is the unit's own.
    return request.go(at(request), id === null ? t('created') : t('saved'))
  }
  const { kind } = result.problem
  if (kind === 'stale') {
    const stored = id === null ? undefined : await findOpen(request, id)
    if (!stored) return request.notFound()
    const rows = [
      { field: 'name', label: t('name'), typed: form.name, stored: stored.name },
      {
        field: 'shortName',
        label: t('shortName'),
        typed: form.shortName || form.name,
        stored: stored.short_name,
      },
      { field: 'zone', label: t('zone'), typed: form.zone, stored: stored.zone },
    ]
    const errors = rows
      .filter(row => row.typed !== row.stored)
      .map(({ field, label, stored }) => ({
        field,
        text: uiText[request.locale]('field.stale', { label, stored }),
      }))
    return formPage(request, id, { ...form, drawn: unitState(stored) }, errors, true)
  }
  const field = kind === 'parent-unknown' || kind === 'too-deep' ? 'parent' : 'name'
  return formPage(request, id, form, [{ field, text: t(kind) }])
}

/** The tree of units: add, change, close and reopen. */
export const unitRoutes: Route[] = [
  get(base, 'units.manage', (_c, request) => treePage(request, [])),
  get(`${base}/baru`, 'units.manage', (_c, request) => {
    const { id, zone, closed } = unitOf(request)
    if (closed) return request.notFound()
    return formPage(request, null, { name: '', shortName: '', zone, parent: id, drawn: '' }, [])
  }),
  post(`${base}/baru`, 'units.manage', async (c, request) =>
    save(request, await c.req.parseBody({ all: true }), null),
  ),
  get(`${base}/:id/ubah`, 'units.manage', async (c, request) => {
    const id = c.req.param('id') ?? ''
    const unit = isId(id) ? await findOpen(request, id) : undefined
    if (!unit) return request.notFound()
    const form = {
      name: unit.name,
      shortName: unit.short_name,
      zone: unit.zone,
      parent: '',
      drawn: unitState(unit),
    }
    return formPage(request, id, form, [])
  }),
  post(`${base}/:id/ubah`, 'units.manage', async (c, request) => {
    const id = c.req.param('id') ?? ''
    if (!isId(id) || !(await findOpen(request, id))) return request.notFound()
    return save(request, await c.req.parseBody({ all: true }), id)
  }),
  get(`${base}/:id/tutup`, 'units.manage', (c, request) => closePage(request, c.req.param('id') ?? '')),
  post(`${base}/:id/tutup`, 'units.manage', async (c, request) => {
    const id = c.req.param('id') ?? ''
    if (!isId(id)) return request.notFound()
    const t = unitText(request.locale)
    const result = await closeUnit(request, { id, rootId: unitOf(request).id })
    return result.ok
      ? request.go(at(request), t('closedNow'))
      : closePage(request, id, t(result.problem.kind))
  }),
  post(`${base}/:id/buka`, 'units.manage', async (c, request) => {
    const id = c.req.param('id') ?? ''
    if (!isId(id)) return request.notFound()
    const t = unitText(request.locale)
    const result = await reopenUnit(request, { id, rootId: unitOf(request).id })
    return result.ok
      ? request.go(at(request), t('reopened'))
      : treePage(request, [{ text: t(result.problem.kind) }])
  }),
]

const findOpen = async (request: Request, id: string) =>
  (await subtree(request.db, unitOf(request).id)).some(unit => unit.id === id && !unit.closed)
    ? request.db
        .selectFrom('unit')
        .select(['name', 'short_name', 'zone'])
        .where('id', '=', id)
        .executeTakeFirst()
    : undefined
