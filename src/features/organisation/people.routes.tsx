import { sql } from 'kysely'
import { Card } from '../../ui/display/card.tsx'
import { DataTable } from '../../ui/display/data-table.tsx'
import { Filters, Pagination } from '../../ui/display/navigation.tsx'
import { Notice } from '../../ui/display/notice.tsx'
import { PageHead } from '../../ui/display/page-head.tsx'
import { ButtonLink, SubmitButton } from '../../ui/forms/button.tsx'
import { Checkbox } from '../../ui/forms/choice-group.tsx'
import { ErrorSummary, errorOf, type FormError } from '../../ui/forms/error-summary.tsx'
import { InlineForm, PostForm } from '../../ui/forms/form.tsx'
import { SelectField } from '../../ui/forms/select-field.tsx'
import { TextField } from '../../ui/forms/text-field.tsx'
import { get, post, type Request, type Route, unitOf } from '../context.ts'
import { createAccount } from './create-account.ts'
import { formText, isId } from './form-text.ts'
import { accountText } from './messages.ts'
import { peopleText } from './people-messages.ts'
import { saveEmployee } from './save-employee.ts'
import { passwordLink } from './set-password.ts'
import type { AccountServices } from './sign-in.routes.tsx'
import { subtree } from './subtree.ts'

const pageSize = 30
const base = '/u/:unit/pegawai'
const within = async (request: Request) =>
  (await subtree(request.db, unitOf(request).id)).map(unit => unit.id)

const Named = (p: { name: string; email: string | null }) => (
  <>
    {p.name}
    <span class="sub">{p.email}</span>
  </>
)

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
  const manage = request.may('people.manage')
  const body = (
    <>
      <PageHead
        title={t('count', { n: Number(total) })}
        actions={
          manage ? (
            <>
              <ButtonLink href={`${path}/impor`} kind="quiet">
                {t('import')}
              </ButtonLink>
              <ButtonLink href={`${path}/baru`}>{t('add')}</ButtonLink>
            </>
          ) : undefined
        }
      />
      <Filters locale={locale} action={path} clearHref={search ? path : undefined}>
        <TextField locale={locale} name="q" type="search" label={t('search')} value={search} width={20} />
      </Filters>
      <DataTable
        caption={t('people')}
        rows={rows}
        columns={[
          { header: t('name'), rowHeader: true, cell: row => <Named {...row} /> },
          { header: 'NIP', cell: row => row.nip ?? '' },
          { header: t('position'), cell: row => row.position },
          { header: 'Unit', cell: row => row.unit },
          {
            header: t('account'),
            width: 'shrink',
            cell: row => (row.active ? (row.user_id ? t('has') : t('none')) : t('lockedPerson')),
          },
          {
            header: t('edit'),
            headerHidden: true,
            cell: row =>
              manage ? (
                <a href={`${path}/${row.id}/ubah`} aria-label={`${t('edit')}: ${row.name}`}>
                  {t('edit')}
                </a>
              ) : null,
          },
        ]}
        empty={{ title: t('empty') }}
      />
      <Pagination
        locale={locale}
        page={page}
        pageSize={pageSize}
        total={Number(total)}
        hrefOf={n => `?page=${n}&q=${encodeURIComponent(search)}`}
      />
    </>
  )
  return request.page({ title: t('people'), current: 'people', body })
}

type Person = {
  name: string
  nip: string
  email: string
  position: string
  rank: string
  unitId: string
  active: boolean
}

async function personPage(request: Request, id: string | null, person: Person, errors: readonly FormError[]) {
  const { locale } = request
  const t = peopleText(locale)
  const path = `/u/${unitOf(request).slug}/pegawai`
  const units = await subtree(request.db, unitOf(request).id)
  const title = id === null ? t('add') : person.name
  const field = (name: 'name' | 'nip' | 'email' | 'position' | 'rank', label: string) => (
    <TextField
      locale={locale}
      name={name}
      label={label}
      value={person[name]}
      error={errorOf(errors, name)}
      width={30}
    />
  )
  const body = (
    <>
      <PageHead title={title} />
      <ErrorSummary locale={locale} errors={errors} />
      <PostForm
        action={id === null ? `${path}/baru` : `${path}/${id}/ubah`}
        csrf=""
        idempotencyKey={request.formKey}
      >
        {field('name', t('name'))}
        {field('nip', 'NIP')}
        {field('email', t('email'))}
        {field('position', t('position'))}
        {field('rank', t('rank'))}
        <SelectField
          locale={locale}
          name="unit"
          label="Unit"
          empty={false}
          value={person.unitId}
          error={errorOf(errors, 'unit')}
          options={units.map(unit => ({ value: unit.id, text: `${'– '.repeat(unit.depth)}${unit.name}` }))}
        />
        {id === null ? null : <Checkbox name="active" label={t('active')} checked={person.active} />}
        <SubmitButton>{t('save')}</SubmitButton>
      </PostForm>
      {id === null ? null : (
        <Card title={t('account')}>
          <p>{t('inviteText')}</p>
          <InlineForm action={`${path}/${id}/undang`} csrf="" label={t('invite')} />
        </Card>
      )}
    </>
  )
  return request.page({ title, current: 'people', status: errors.length > 0 ? 422 : 200, body })
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
      }
    : null
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
  }
  const result = await saveEmployee(request, { ...person, id, within: await within(request) })
  const t = peopleText(request.locale)
  if (result.ok) return request.go(`/u/${unitOf(request).slug}/pegawai/${result.value.id}/ubah`, t('saved'))
  const { kind } = result.problem
  const field = kind.split('-')[0] === 'own' ? 'active' : (kind.split('-')[0] ?? 'name')
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
    const blank = { name: '', nip: '', email: '', position: '', rank: '', active: true }
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
  post(`${base}/:id/ubah`, 'people.manage', async (c, request) => {
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
      <>
        <PageHead title={t('link')} />
        <p>{t('linkText', { name })}</p>
        <p>
          <code>{link}</code>
        </p>
        {mailed === 'sent' ? <p>{t('mailed', { email })}</p> : null}
        {mailed === 'failed' ? (
          <Notice locale={request.locale} tone="warning">
            {t('mailFailed', { email })}
          </Notice>
        ) : null}
        {mailed === 'off' ? <p>{t('mailOff')}</p> : null}
        <p>
          <a href={`/u/${unitOf(request).slug}/pegawai`}>{t('people')}</a>
        </p>
      </>
    )
    return request.page({ title: t('link'), current: 'people', body })
  }),
]
