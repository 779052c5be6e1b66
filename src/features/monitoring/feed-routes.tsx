import { randomBytes } from 'node:crypto'
import type { Context } from 'hono'
import { Card, Grid } from '../../ui/display/card.tsx'
import { DataTable } from '../../ui/display/data-table.tsx'
import { EmptyState } from '../../ui/display/empty-state.tsx'
import { Notice } from '../../ui/display/notice.tsx'
import { PageHead } from '../../ui/display/page-head.tsx'
import { asZone, formatDateTime } from '../../ui/format.ts'
import { SubmitButton } from '../../ui/forms/button.tsx'
import { InlineForm, PostForm } from '../../ui/forms/form.tsx'
import { translator } from '../../ui/messages.ts'
import { get, post, postWhileClosed, type Request, type Route, unitOf } from '../context.ts'
import { calendarFile } from './calendar-file.ts'
import {
  createFeed,
  type Feed,
  type FeedOwner,
  feedObligations,
  feedOwnerName,
  feedsOf,
  hashOf,
  openFeed,
  revokeFeed,
} from './feeds.ts'
import { messages } from './messages.ts'
import { zoneOf } from './queries.ts'

const personPath = '/akun/kalender'
const unitPath = '/u/:unit/kalender-unit'
const tokenBytes = 32

const personOf = (request: Request): FeedOwner | null =>
  request.actor?.employeeId ? { kind: 'person', employeeId: request.actor.employeeId } : null
const ownUnit = (request: Request): FeedOwner => ({ kind: 'unit', unitId: unitOf(request).id })
const pathOf = (request: Request, owner: FeedOwner | null) =>
  owner?.kind === 'unit' ? `/u/${unitOf(request).slug}/kalender-unit` : personPath

/** The addresses of an owner; right after making one, its address, this once. */
async function show(request: Request, owner: FeedOwner | null, made?: string | 'again') {
  const { locale } = request
  const t = translator(messages, locale)
  const feeds = owner ? await feedsOf(request.db, owner) : []
  const path = pathOf(request, owner)
  const title =
    owner?.kind === 'unit' ? t('feeds.unitTitle', { name: unitOf(request).shortName }) : t('feeds.title')
  const place = owner?.kind === 'person' ? await zoneOf(request.db, owner.employeeId) : request.unit?.zone
  const moment = (at: Date) => formatDateTime(at, asZone(place), locale)
  return request.page({
    title,
    current: owner?.kind === 'unit' ? 'calendar' : 'feeds',
    body: (
      <>
        <PageHead title={title} note={t('feeds.text')} />
        {made === 'again' ? (
          <Notice locale={locale} tone="warning">
            {t('feeds.again')}
          </Notice>
        ) : made ? (
          <Notice locale={locale} tone="success" title={t('feeds.made')}>
            <p>{t('feeds.once')}</p>
            <p>
              <code>{made}</code>
            </p>
          </Notice>
        ) : null}
        {owner ? (
          <Grid>
            <Card title={t('feeds.list')} flush>
              <DataTable<Feed>
                caption={t('feeds.list')}
                rows={feeds}
                empty={{ title: t('feeds.empty') }}
                columns={[
                  { header: t('feeds.created'), rowHeader: true, cell: feed => moment(feed.createdAt) },
                  {
                    header: t('feeds.used'),
                    cell: feed => (feed.lastUsedAt ? moment(feed.lastUsedAt) : t('feeds.never')),
                  },
                  {
                    header: t('feeds.revoke'),
                    headerHidden: true,
                    width: 'shrink',
                    cell: feed => (
                      <InlineForm
                        action={`${path}/${feed.id}/cabut`}
                        label={t('feeds.revoke')}
                        kind="danger"
                        ariaLabel={t('feeds.revokeOne', { date: moment(feed.createdAt) })}
                        csrf=""
                        idempotencyKey={request.newId()}
                      />
                    ),
                  },
                ]}
              />
            </Card>
            <Card title={t('feeds.new')} note={t('feeds.newNote')}>
              <PostForm action={path} csrf="" idempotencyKey={request.formKey}>
                <SubmitButton>{t('feeds.create')}</SubmitButton>
              </PostForm>
            </Card>
          </Grid>
        ) : (
          <EmptyState title={t('feeds.noEmployee')} />
        )}
      </>
    ),
  })
}

async function create(request: Request, owner: FeedOwner | null) {
  if (!owner) return show(request, owner)
  const token = randomBytes(tokenBytes).toString('base64url')
  const result = await createFeed(request, { owner, token })
  if (!result.ok) return request.notFound()
  // A form sent twice gets the first one's answer, whose address nobody knows any more.
  const fresh = result.value.tokenHash === hashOf(token)
  return show(request, owner, fresh ? `${request.origin}/kalender/${token}.ics` : 'again')
}

async function revoke(c: Context, request: Request, owner: FeedOwner | null) {
  const t = translator(messages, request.locale)
  if (!owner) return request.notFound()
  const result = await revokeFeed(request, { owner, id: c.req.param('id') ?? '' })
  return request.go(pathOf(request, owner), t(result.ok ? 'feeds.revoked' : 'feeds.gone'))
}

export const feedRoutes: Route[] = [
  get(personPath, 'self', (_c, request) => show(request, personOf(request))),
  post(personPath, 'self', (_c, request) => create(request, personOf(request))),
  post(`${personPath}/:id/cabut`, 'self', (c, request) => revoke(c, request, personOf(request))),
  get(unitPath, 'feed.manage', (_c, request) => show(request, ownUnit(request))),
  post(unitPath, 'feed.manage', (_c, request) => create(request, ownUnit(request))),
  postWhileClosed(`${unitPath}/:id/cabut`, 'feed.manage', (c, request) =>
    revoke(c, request, ownUnit(request)),
  ),
  get('/kalender/:file', 'public', async (c, request) => {
    const token = /^([\w-]{43})\.ics$/.exec(c.req.param('file') ?? '')?.[1]
    const owner = token === undefined ? null : await openFeed(request.db, token, request.now)
    if (!owner) return request.notFound()
    const { db, locale, origin, now } = request
    const name = translator(messages, locale)('ics.name', { name: await feedOwnerName(db, owner) })
    const file = calendarFile(await feedObligations(db, owner), { name, origin, locale, now })
    return c.body(file, 200, {
      'content-type': 'text/calendar; charset=utf-8',
      'content-disposition': 'inline; filename="zona.ics"',
      'cache-control': 'private, no-cache',
    })
  }),
]
