import { Confirm } from '../../ui/display/confirm.tsx'
import { DataTable } from '../../ui/display/data-table.tsx'
import { Notice } from '../../ui/display/notice.tsx'
import { PageHead } from '../../ui/display/page-head.tsx'
import { Tag } from '../../ui/display/tag.tsx'
import { formatNumber, type Zone, zones } from '../../ui/format.ts'
import { ButtonLink, ButtonRow, SubmitButton } from '../../ui/forms/button.tsx'
import { ErrorSummary, errorOf, type FormError } from '../../ui/forms/error-summary.tsx'
import { InlineForm, PostForm } from '../../ui/forms/form.tsx'
import { SelectField } from '../../ui/forms/select-field.tsx'
import { TextField } from '../../ui/forms/text-field.tsx'
import { get, post, type Request, type Route, unitOf } from '../context.ts'
import { closeUnit, reopenUnit } from './close-unit.ts'
import { type FormValues, formText, isId } from './form-text.ts'
import { createUnit, renameUnit } from './save-unit.ts'
import { subtree, type TreeUnit } from './subtree.ts'
import { unitText } from './unit-messages.ts'

const base = '/u/:unit/unit'
const at = (request: Request) => `/u/${unitOf(request).slug}/unit`
const zoneNames = Object.keys(zones) as Zone[]

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
  const changeable = !unit.closed
  const body = (
    <>
      <PageHead
        title={t('units')}
        note={t('note', { unit: unit.name })}
        actions={changeable ? <ButtonLink href={`${path}/baru`}>{t('add')}</ButtonLink> : undefined}
      />
      <ErrorSummary locale={locale} errors={errors} />
      <DataTable
        caption={t('units')}
        rows={units}
        columns={[
          {
            header: t('name'),
            rowHeader: true,
            width: 'grow',
            cell: row => (
              <span class={`depth-${Math.min(row.depth, 4)}`}>
                <a href={`/u/${row.slug}/unit`}>{row.name}</a>
              </span>
            ),
          },
          { header: t('shortName'), wideOnly: true, cell: row => row.shortName },
          { header: t('people'), numeric: true, cell: row => formatNumber(people.get(row.id) ?? 0, locale) },
          {
            header: t('state'),
            cell: row => (row.closed ? <Tag tone="wait">{t('closed')}</Tag> : t('open')),
          },
          {
            header: t('change'),
            headerHidden: true,
            cell: row => (changeable ? <UnitActions row={row} path={path} request={request} /> : null),
          },
        ]}
        empty={{ title: t('empty') }}
      />
    </>
  )
  return request.page({ title: t('units'), current: 'units', status: errors.length > 0 ? 422 : 200, body })
}

function UnitActions({ row, path, request }: { row: TreeUnit; path: string; request: Request }) {
  const t = unitText(request.locale)
  if (row.closed)
    return (
      <InlineForm
        action={`${path}/${row.id}/buka`}
        csrf=""
        idempotencyKey={request.newId()}
        label={t('reopen')}
        ariaLabel={`${t('reopen')}: ${row.name}`}
      />
    )
  return (
    <a href={`${path}/${row.id}/ubah`} aria-label={`${t('change')}: ${row.name}`}>
      {t('change')}
    </a>
  )
}

type UnitForm = { name: string; shortName: string; zone: string; parent: string }

async function formPage(request: Request, id: string | null, form: UnitForm, errors: readonly FormError[]) {
  const { locale, db } = request
  const t = unitText(locale)
  const path = at(request)
  const units = await subtree(db, unitOf(request).id)
  const unit = units.find(each => each.id === id)
  const title = unit ? t('changeTitle', { unit: unit.name }) : t('add')
  const body = (
    <>
      <PageHead title={title} />
      <ErrorSummary locale={locale} errors={errors} />
      <PostForm
        action={id === null ? `${path}/baru` : `${path}/${id}/ubah`}
        csrf=""
        idempotencyKey={request.formKey}
      >
        <TextField
          locale={locale}
          name="name"
          label={t('name')}
          value={form.name}
          error={errorOf(errors, 'name')}
          width={30}
        />
        <TextField
          locale={locale}
          name="shortName"
          label={t('shortName')}
          hint={t('shortNameHint')}
          optional
          value={form.shortName}
          error={errorOf(errors, 'shortName')}
          width={20}
        />
        {id === null ? (
          <SelectField
            locale={locale}
            name="parent"
            label={t('parent')}
            empty={false}
            value={form.parent}
            error={errorOf(errors, 'parent')}
            options={units.map(each => ({ value: each.id, text: `${'– '.repeat(each.depth)}${each.name}` }))}
          />
        ) : null}
        <SelectField
          locale={locale}
          name="zone"
          label={t('zone')}
          empty={false}
          value={form.zone}
          error={errorOf(errors, 'zone')}
          options={zoneNames.map(zone => ({ value: zone, text: zones[zone] }))}
        />
        <ButtonRow>
          <SubmitButton>{t('save')}</SubmitButton>
          {unit && unit.depth > 0 ? <a href={`${path}/${unit.id}/tutup`}>{t('close')}</a> : null}
        </ButtonRow>
      </PostForm>
    </>
  )
  return request.page({ title, current: 'units', status: errors.length > 0 ? 422 : 200, body })
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
  }
  const zone = zoneNames.find(candidate => candidate === form.zone)
  if (!zone) return formPage(request, id, form, [{ field: 'zone', text: t('zone-unknown') }])
  const facts = { name: form.name, shortName: form.shortName, zone, rootId: unitOf(request).id }
  const result =
    id === null
      ? await createUnit(request, { ...facts, parentId: form.parent })
      : await renameUnit(request, { ...facts, id })
  if (result.ok) {
    // The address stays, but the name in the shell is the unit's own.
    return request.go(at(request), id === null ? t('created') : t('saved'))
  }
  const { kind } = result.problem
  const field = kind === 'parent-unknown' || kind === 'too-deep' ? 'parent' : 'name'
  return formPage(request, id, form, [{ field, text: t(kind) }])
}

/** The tree of units: add, change, close and reopen. */
export const unitRoutes: Route[] = [
  get(base, 'units.manage', (_c, request) => treePage(request, [])),
  get(`${base}/baru`, 'units.manage', (_c, request) => {
    const { id, zone, closed } = unitOf(request)
    if (closed) return request.notFound()
    return formPage(request, null, { name: '', shortName: '', zone, parent: id }, [])
  }),
  post(`${base}/baru`, 'units.manage', async (c, request) =>
    save(request, await c.req.parseBody({ all: true }), null),
  ),
  get(`${base}/:id/ubah`, 'units.manage', async (c, request) => {
    const id = c.req.param('id') ?? ''
    const unit = isId(id) ? await findOpen(request, id) : undefined
    if (!unit) return request.notFound()
    const form = { name: unit.name, shortName: unit.short_name, zone: unit.zone, parent: '' }
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
