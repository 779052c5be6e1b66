import { get, type Route } from '../../features/context.ts'
import { Card, Grid } from '../../ui/display/card.tsx'
import { DataTable } from '../../ui/display/data-table.tsx'
import { PageHead } from '../../ui/display/page-head.tsx'
import { ButtonLink } from '../../ui/forms/button.tsx'
import { apiPath } from './api.ts'
import { apiDocument, operations } from './document.ts'
import { operationText, pageText } from './messages.ts'
import { problemCodes, problemStatus, problemTitle } from './problem.ts'

/** What the API can do: for people as a page, for programs as OpenAPI. */
export const apiDocsRoutes: Route[] = [
  get(`${apiPath}/openapi.json`, 'public', (c, request) => c.json(apiDocument(request.locale))),
  get(apiPath, 'public', (_c, request) => {
    const { locale, origin } = request
    const t = pageText(locale)
    return request.page({
      title: t('title'),
      wide: true,
      body: (
        <>
          <PageHead
            title={t('title')}
            note={t('note')}
            actions={
              <>
                <ButtonLink href={`${apiPath}/openapi.json`} kind="quiet">
                  {t('description')}
                </ButtonLink>
                <ButtonLink href="/akun/token">{t('token')}</ButtonLink>
              </>
            }
          />
          <Grid>
            <Card title={t('how')}>
              <p>{t('auth')}</p>
              <p>
                <code>{`curl -H "Authorization: Bearer zona_…" ${origin}${apiPath}/me`}</code>
              </p>
              <p>{t('key')}</p>
              <p>{t('cursor')}</p>
            </Card>
            <Card title={t('operations')} flush>
              <DataTable
                caption={t('operations')}
                rows={operations}
                columns={[
                  {
                    header: t('address'),
                    rowHeader: true,
                    cell: ({ method, path }) => (
                      <code>
                        {method} {path}
                      </code>
                    ),
                  },
                  {
                    header: t('does'),
                    cell: ({ id, query }) => (
                      <>
                        {operationText(id, locale)}
                        {query.length > 0 ? (
                          <span class="sub">
                            {t('query')}: {query.join(', ')}
                          </span>
                        ) : null}
                      </>
                    ),
                  },
                  { header: t('permission'), cell: ({ permission }) => <code>{permission}</code> },
                ]}
                empty={{ title: '' }}
              />
            </Card>
            <Card title={t('problems')} note={t('problemsNote')} flush>
              <DataTable
                caption={t('problems')}
                rows={problemCodes}
                rowId={code => code}
                columns={[
                  { header: t('code'), rowHeader: true, cell: code => <code>{code}</code> },
                  { header: t('status'), numeric: true, cell: code => problemStatus[code] },
                  { header: t('meaning'), cell: code => problemTitle(code, locale) },
                ]}
                empty={{ title: '' }}
              />
            </Card>
          </Grid>
        </>
      ),
    })
  }),
]
