import { sql } from 'kysely'
import { isId } from '../../core/shared/id.ts'
import type { FormError } from '../../ui/forms/error-summary.tsx'
import { uiText } from '../../ui/ui-messages.ts'
import { get, post, postWhileClosed, type Request, type Route, unitOf } from '../context.ts'
import type { AccountServices } from './account-services.ts'
import { createAccount } from './create-account.ts'
import { formText } from './form-text.ts'
import { InvitedView } from './invited.view.tsx'
import { accountText } from './messages.ts'
import { PeopleList } from './people-list.view.tsx'
import { peopleText } from './people-messages.ts'
import { type Person, PersonForm } from './person-form.view.tsx'
import { employeeState, saveEmployee } from './save-employee.ts'
import { passwordLink } from './set-password.ts'
import { subtree } from './subtree.ts'

const pageSize = 30
const base = '/u/:unit/pegawai'
const within = async (request: Request) =>
  (await subtree(request.db, unitOf(request).id)).map(unit => unit.id)

async function listPage(request: Request, search: string, page: number) {
  const { locale } = request
  const t = peopleText(locale)
  const path = `/u/${unitOf(request).slug}/pegawai`
  const like = `%${search.replace(/[\\%_]/g, '\\$&')}%`
  let people = request.db
    .selectFrom('employee')
    .innerJoin('unit', 'unit.id', 'employee.unit_id')
    .where('employee.unit_id', 'in', await within(request))
  if (search)
    people = people.where(
      sql<boolean>`(employee.name ilike ${like} or employee.nip like ${like} or employee.email like ${like})`,
    )
  const { total } = await people
    .select(({ fn }) => fn.countAll<string>().as('total'))
    .executeTakeFirstOrThrow()
  const rows = await people
    .select([
      'employee.id',
      'employee.name',
      'nip',
      'email',
      'position',
      'active',
      'user_id',
      'unit.short_name as unit',
    ])
    .orderBy('employee.name')
    .orderBy('employee.id')
    .limit(pageSize)
    .offset((page - 1) * pageSize)
    .execute()
  const body = (
    <PeopleList
      locale={locale}
      path={path}
      manage={request.may('people.manage')}
      rows={rows}
      search={search}
      page={page}
      pageSize={pageSize}
      total={Number(total)}
    />
  )
  return request.page({ title: t('people'), current: 'people', body })
}

async function personPage(
  request: Request,
  id: string | null,
  person: Person,
  errors: readonly FormError[],
  conflict = false,
) {
  const { locale } = request
  const path = `/u/${unitOf(request).slug}/pegawai`
  const units = await subtree(request.db, unitOf(request).id)
  const title = id === null ? peopleText(locale)('add') : person.name
  const body = (
    <PersonForm
      locale={locale}
      title={title}
      path={path}
      id={id}
      person={person}
      units={units}
      errors={errors}
      formKey={request.formKey}
    />
  )
  const status = conflict ? 409 : errors.length > 0 ? 422 : 200
  return request.page({ title, current: 'people', status, body })
}

async function loadPerson(request: Request, id: string): Promise<Person | null> {
  if (!isId(id)) return null
  const row = await request.db
    .selectFrom('employee')
    .selectAll()
    .where('id', '=', id)
    .where('unit_id', 'in', await within(request))
    .executeTakeFirst()
  return row
    ? {
        name: row.name,
        nip: row.nip ?? '',
        email: row.email ?? '',
        position: row.position,
        rank: row.rank,
        unitId: row.unit_id,
        active: row.active,
        drawn: employeeState(row),
      }
    : null
}

/** What somebody else stored, at each field where it is not what was typed. */
async function changes(request: Request, typed: Person, stored: Person): Promise<FormError[]> {
  const t = peopleText(request.locale)
  const units = await subtree(request.db, unitOf(request).id)
  const unit = units.find(({ id }) => id === stored.unitId)?.name ?? ''
  const rows = [
    { field: 'name', label: t('name'), typed: typed.name, stored: stored.name },
    { field: 'nip', label: 'NIP', typed: typed.nip, stored: stored.nip },
    { field: 'email', label: t('email'), typed: typed.email, stored: stored.email },
    { field: 'position', label: t('position'), typed: typed.position, stored: stored.position },
    { field: 'rank', label: t('rank'), typed: typed.rank, stored: stored.rank },
    { field: 'unit', label: t('unit'), typed: typed.unitId, stored: stored.unitId, shown: unit },
    {
      ...{ field: 'active', label: t('account'), typed: String(typed.active), stored: String(stored.active) },
      shown: t(stored.active ? 'activePerson' : 'lockedPerson'),
    },
  ]
  return rows
    .filter(row => row.typed !== row.stored)
    .map(({ field, label, stored, shown }) => ({
      field,
      text: uiText[request.locale]('field.stale', { label, stored: shown ?? stored }),
    }))
}

async function savePerson(request: Request, form: Readonly<Record<string, unknown>>, id: string | null) {
  const person: Person = {
    name: formText(form, 'name'),
    nip: formText(form, 'nip'),
    email: formText(form, 'email'),
    position: formText(form, 'position'),
    rank: formText(form, 'rank'),
    unitId: formText(form, 'unit'),
    active: id === null || formText(form, 'active') === '1',
    drawn: formText(form, 'drawn'),
  }
  const result = await saveEmployee(request, { ...person, id, within: await within(request) })
  const t = peopleText(request.locale)
  if (result.ok) return request.go(`/u/${unitOf(request).slug}/pegawai/${result.value.id}/ubah`, t('saved'))
  const { kind } = result.problem
  if (kind === 'stale') {
    const stored = id === null ? null : await loadPerson(request, id)
    if (!stored) return request.notFound()
    return personPage(
      request,
      id,
      { ...person, drawn: stored.drawn },
      await changes(request, person, stored),
      true,
    )
  }
  const field = kind.endsWith('lock') || kind.startsWith('lock') ? 'active' : (kind.split('-')[0] ?? 'name')
  return personPage(request, id, person, [{ field, text: t(kind) }])
}

/** The employees of a unit and those below it. */
export const peopleRoutes = ({ mailer, origin }: AccountServices): Route[] => [
  get(base, 'people.read', (c, request) =>
    listPage(
      request,
      (c.req.query('q') ?? '').trim().slice(0, 100),
      Math.min(Math.max(1, Number.parseInt(c.req.query('page') ?? '1', 10) || 1), 100_000),
    ),
  ),
  get(`${base}/baru`, 'people.manage', (_c, request) => {
    const blank = { name: '', nip: '', email: '', position: '', rank: '', active: true, drawn: '' }
    return personPage(request, null, { ...blank, unitId: unitOf(request).id }, [])
  }),
  post(`${base}/baru`, 'people.manage', async (c, request) =>
    savePerson(request, await c.req.parseBody({ all: true }), null),
  ),
  get(`${base}/:id/ubah`, 'people.manage', async (c, request) => {
    const id = c.req.param('id') ?? ''
    const person = await loadPerson(request, id)
    return person ? personPage(request, id, person, []) : request.notFound()
  }),
  // Locking a person is one of the changes that this form makes.
  postWhileClosed(`${base}/:id/ubah`, 'people.manage', async (c, request) => {
    const id = c.req.param('id') ?? ''
    if (!(await loadPerson(request, id))) return request.notFound()
    return savePerson(request, await c.req.parseBody({ all: true }), id)
  }),
  post(`${base}/:id/undang`, 'people.manage', async (c, request) => {
    const id = c.req.param('id') ?? ''
    const person = await loadPerson(request, id)
    if (!person) return request.notFound()
    const result = await createAccount(request, { employeeId: id, unitIds: await within(request) })
    const t = peopleText(request.locale)
    if (!result.ok) return personPage(request, id, person, [{ field: 'email', text: t(result.problem.kind) }])
    const { name, email } = result.value
    const link = passwordLink(origin, result.value.token)
    const words = accountText(request.locale)
    const mailed = mailer
      ? await mailer
          .send({ to: email, subject: words('mailSubject'), text: words('inviteText', { link, name }) })
          .then(
            () => 'sent' as const,
            () => 'failed' as const,
          )
      : 'off'
    const body = (
      <InvitedView
        locale={request.locale}
        path={`/u/${unitOf(request).slug}/pegawai`}
        link={link}
        name={name}
        email={email}
        mailed={mailed}
      />
    )
    return request.page({ title: t('link'), current: 'people', body })
  }),
]
