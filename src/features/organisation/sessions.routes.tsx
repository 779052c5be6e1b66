import { DataTable } from '../../ui/display/data-table.tsx'
import { PageHead } from '../../ui/display/page-head.tsx'
import { formatDateTime } from '../../ui/format.ts'
import { InlineForm } from '../../ui/forms/form.tsx'
import { get, post, type Request, type Route } from '../context.ts'
import type { AccountServices } from './account-services.ts'
import { endSessions } from './end-sessions.ts'
import { findActor } from './find-actor.ts'
import { findZone } from './find-zone.ts'
import { formText } from './form-text.ts'
import { accountText } from './messages.ts'

async function sessionsPage(request: Request, currentId: string) {
  const { locale } = request
  const t = accountText(locale)
  const rows = await request.db
    .selectFrom('auth_session')
    .select(['id', 'ip_address', 'user_agent', 'updated_at'])
    .where('user_id', '=', request.actor?.userId ?? '')
    .where('expires_at', '>', request.now)
    .orderBy('updated_at', 'desc')
    .execute()
  const zone = await findZone(request.db, request.actor?.userId ?? null)
  const body = (
    <>
      <PageHead
        title={t('sessions')}
        actions={
          rows.length > 1 ? (
            <InlineForm
              action="/akun/sesi"
              csrf=""
              idempotencyKey={request.formKey}
              label={t('endOthers')}
              values={{ others: '1' }}
            />
          ) : null
        }
      />
      <DataTable
        caption={t('sessions')}
        rows={rows}
        columns={[
          {
            header: t('device'),
            rowHeader: true,
            cell: row =>
              `${device(row.user_agent) ?? t('unknown')}${row.id === currentId ? ` (${t('thisSession')})` : ''}`,
          },
          { header: t('address'), cell: row => row.ip_address ?? '' },
          { header: t('lastUsed'), cell: row => formatDateTime(row.updated_at, zone, locale) },
          {
            header: t('endSession'),
            headerHidden: true,
            cell: row =>
              row.id === currentId ? null : (
                <InlineForm
                  action="/akun/sesi"
                  csrf=""
                  idempotencyKey={`${row.id}`}
                  label={t('endSession')}
                  ariaLabel={`${t('endSession')}: ${device(row.user_agent) ?? t('unknown')}`}
                  values={{ id: row.id }}
                />
              ),
          },
        ]}
        empty={{ title: t('unknown') }}
      />
    </>
  )
  return request.page({ title: t('sessions'), current: 'account', body })
}

/** Browser and system out of what the browser says of itself, as people know them. */
function device(agent: string | null): string | null {
  if (!agent) return null
  const browser = /Edg|Firefox|Chrome|Safari/.exec(agent)?.[0]?.replace('Edg', 'Edge')
  const system = /Android|iPhone|iPad|Windows|Mac OS|Linux/.exec(agent)?.[0]
  return [browser, system].filter(Boolean).join(' · ') || agent.slice(0, 60)
}

/** Where the person is signed in, and ending that. */
export const sessionRoutes = ({ secret }: AccountServices): Route[] => [
  get('/akun/sesi', 'self', async (c, request) => {
    const session = await findActor(request.db, c.req.raw.headers, secret, request.now)
    return sessionsPage(request, session?.sessionId ?? '')
  }),
  post('/akun/sesi', 'self', async (c, request) => {
    const form = await c.req.parseBody({ all: true })
    const session = await findActor(request.db, c.req.raw.headers, secret, request.now)
    const only = formText(form, 'id')
    const which = only ? { only } : { allBut: session?.sessionId ?? '' }
    await endSessions(request, which)
    return request.go('/akun/sesi', accountText(request.locale)('sessionEnded'))
  }),
]
