import { areaCodes, type Role, roles } from '../../core/access/role.ts'
import { isId } from '../../core/shared/id.ts'
import { parseLocalDate } from '../../core/shared/local-date.ts'
import { areaName } from '../../ui/area-names.ts'
import { Card } from '../../ui/display/card.tsx'
import { DataTable } from '../../ui/display/data-table.tsx'
import { PageHead } from '../../ui/display/page-head.tsx'
import { formatDate } from '../../ui/format.ts'
import { ButtonLink, SubmitButton } from '../../ui/forms/button.tsx'
import { CheckboxGroup } from '../../ui/forms/choice-group.tsx'
import { DateField } from '../../ui/forms/date-field.tsx'
import { ErrorSummary, type FormError } from '../../ui/forms/error-summary.tsx'
import { InlineForm, PostForm } from '../../ui/forms/form.tsx'
import { SelectField } from '../../ui/forms/select-field.tsx'
import { roleName } from '../../ui/role-names.ts'
import { get, post, postWhileClosed, type Request, type Route, unitOf } from '../context.ts'
import { endRole } from './end-role.ts'
import { formText } from './form-text.ts'
import { grantRole } from './grant-role.ts'
import { peopleText } from './people-messages.ts'
import { subtree } from './subtree.ts'

const base = '/u/:unit/peran'
type GrantForm = { employee: string; unit: string; role: string; areas: string[]; from: string; to: string }

async function rolesPage(request: Request, form: GrantForm, errors: readonly FormError[]) {
  const { locale, db } = request
  const t = peopleText(locale)
  const path = `/u/${unitOf(request).slug}/peran`
  const units = await subtree(db, unitOf(request).id)
  const ids = units.map(unit => unit.id)
  const rows = await db
    .selectFrom('role_grant as g')
    .innerJoin('employee as e', 'e.id', 'g.employee_id')
    .innerJoin('unit as u', 'u.id', 'g.unit_id')
    .select(['g.id', 'g.role', 'g.areas', 'g.valid_from', 'g.valid_to', 'e.name', 'u.short_name as unit'])
    .where('g.unit_id', 'in', ids)
    .orderBy('e.name')
    .orderBy('g.valid_from')
    .execute()
  const people = await db
    .selectFrom('employee')
    .select(['id', 'name'])
    .where('unit_id', 'in', ids)
    .where('active', '=', true)
    .orderBy('name')
    .execute()
  const open = (row: (typeof rows)[number]) => row.valid_to === null || row.valid_to > request.today
  const body = (
    <>
      <PageHead
        title={t('rolesInForce', { n: rows.filter(open).length })}
        note={t('rolesNote')}
        actions={
          <ButtonLink href="#beri" kind="quiet">
            {t('give')}
          </ButtonLink>
        }
      />
      <ErrorSummary locale={locale} errors={errors} />
      <DataTable
        caption={t('roles')}
        rows={rows}
        columns={[
          { header: t('person'), rowHeader: true, cell: row => row.name },
          { header: t('role'), cell: row => roleName(row.role as Role, locale) },
          {
            header: t('roleArea'),
            width: 'grow',
            cell: row =>
              areaCodes
                .filter(code => row.areas.includes(code))
                .map(code => areaName(code, locale))
                .join(', '),
          },
          { header: 'Unit', cell: row => row.unit },
          {
            header: t('period'),
            width: 'shrink',
            cell: row =>
              row.valid_to
                ? `${formatDate(row.valid_from, locale, 'short')} – ${formatDate(row.valid_to, locale, 'short')}`
                : t('since', { date: formatDate(row.valid_from, locale, 'short') }),
          },
          {
            header: t('end'),
            headerHidden: true,
            width: 'shrink',
            cell: row =>
              open(row) ? (
                <InlineForm
                  action={`${path}/${row.id}/akhiri`}
                  csrf=""
                  label={t('end')}
                  ariaLabel={`${t('end')}: ${row.name}, ${roleName(row.role as Role, locale)}`}
                />
              ) : null,
          },
        ]}
        empty={{ title: t('noRoles') }}
      />
      <Card title={t('give')} id="beri">
        <PostForm action={path} csrf="" idempotencyKey={request.formKey}>
          <SelectField
            locale={locale}
            name="employee"
            label={t('person')}
            value={form.employee}
            options={people.map(person => ({ value: person.id, text: person.name }))}
          />
          <SelectField
            locale={locale}
            name="role"
            label={t('role')}
            value={form.role}
            options={roles.map(role => ({ value: role, text: roleName(role, locale) }))}
          />
          <SelectField
            locale={locale}
            name="unit"
            label="Unit"
            empty={false}
            value={form.unit}
            options={units.map(unit => ({ value: unit.id, text: `${'– '.repeat(unit.depth)}${unit.name}` }))}
          />
          <CheckboxGroup
            locale={locale}
            name="areas"
            label={t('areas')}
            values={form.areas}
            choices={areaCodes.map(code => ({ value: code, text: areaName(code, locale) }))}
          />
          <DateField locale={locale} name="from" label={t('from')} value={form.from} />
          <DateField locale={locale} name="to" label={t('to')} value={form.to} optional />
          <SubmitButton>{t('give')}</SubmitButton>
        </PostForm>
      </Card>
    </>
  )
  return request.page({ title: t('roles'), current: 'roles', status: errors.length > 0 ? 422 : 200, body })
}

const blank = (request: Request): GrantForm => ({
  employee: '',
  unit: unitOf(request).id,
  role: '',
  areas: [],
  from: request.today,
  to: '',
})
const fieldOf: Readonly<Record<string, string>> = {
  'role-unknown': 'role',
  'unit-unknown': 'unit',
  'unit-closed': 'unit',
  'period-reversed': 'to',
  'areas-missing': 'areas',
}

/** Who holds which role on a unit and those below it. */
export const roleRoutes: Route[] = [
  get(base, 'roles.manage', (_c, request) => rolesPage(request, blank(request), [])),
  post(base, 'roles.manage', async (c, request) => {
    const read = await c.req.parseBody({ all: true })
    const chosen = [read.areas].flat()
    const areas = areaCodes.filter(code => chosen.includes(code))
    const text = (name: string) => formText(read, name)
    const form = {
      employee: text('employee'),
      unit: text('unit'),
      role: text('role'),
      areas,
      from: text('from'),
      to: text('to'),
    }
    const t = peopleText(request.locale)
    const validFrom = parseLocalDate(form.from)
    const validTo = form.to === '' ? null : parseLocalDate(form.to)
    if (!validFrom) return rolesPage(request, form, [{ field: 'from', text: t('date-form') }])
    if (form.to !== '' && !validTo)
      return rolesPage(request, form, [{ field: 'to', text: t('period-reversed') }])
    if (!isId(form.employee))
      return rolesPage(request, form, [{ field: 'employee', text: t('person-unknown') }])
    const within = (await subtree(request.db, unitOf(request).id)).map(unit => unit.id)
    const result = await grantRole(request, {
      employeeId: form.employee,
      unitId: form.unit,
      role: form.role,
      areas,
      validFrom,
      validTo,
      within,
    })
    if (result.ok) return request.go(`/u/${unitOf(request).slug}/peran`, t('given'))
    const { kind } = result.problem
    return rolesPage(request, form, [{ field: fieldOf[kind] ?? 'employee', text: t(kind) }])
  }),
  postWhileClosed(`${base}/:id/akhiri`, 'roles.manage', async (c, request) => {
    const within = (await subtree(request.db, unitOf(request).id)).map(unit => unit.id)
    const grantId = c.req.param('id') ?? ''
    if (!isId(grantId)) return request.notFound()
    const result = await endRole(request, { grantId, within })
    const t = peopleText(request.locale)
    if (result.ok) return request.go(`/u/${unitOf(request).slug}/peran`, t('ended'))
    return rolesPage(request, blank(request), [{ text: t(result.problem.kind) }])
  }),
]
