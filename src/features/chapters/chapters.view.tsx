import { Card, Grid } from '../../ui/display/card.tsx'
import { DataTable } from '../../ui/display/data-table.tsx'
import { EmptyState } from '../../ui/display/empty-state.tsx'
import { PageHead } from '../../ui/display/page-head.tsx'
import { tagMarkup } from '../../ui/display/tag.tsx'
import { asZone, formatDateTime } from '../../ui/format.ts'
import { ButtonLink } from '../../ui/forms/button.tsx'
import { fieldId } from '../../ui/forms/field.tsx'
import { type Locale, translator } from '../../ui/messages.ts'
import { figureCatalogue } from '../documents/index.ts'
import { messages } from './messages.ts'
import type { StoredChapter } from './queries.ts'
import type { MergedChapter } from './work-plan.ts'

export type ChapterListProps = {
  readonly locale: Locale
  /** `/u/…/naskah/2026` */
  readonly base: string
  readonly year: number
  readonly zone: string
  readonly approved: boolean
  readonly editable: boolean
  readonly chapters: readonly { readonly chapter: StoredChapter; readonly merged: MergedChapter }[]
}

export function ChapterList(p: ChapterListProps) {
  const t = translator(messages, p.locale)
  const missing = [...new Set(p.chapters.flatMap(({ merged }) => merged.missing))]
  const fillFirst = p.editable && missing.length > 0
  return (
    <>
      <PageHead
        title={missing.length === 0 ? t('complete') : t('incomplete', { n: missing.length })}
        note={`${t('title', { year: p.year })} · ${p.approved ? t('approved') : t('draft')}`}
        actions={
          <>
            <ButtonLink href={`${p.base}/rencana-kerja.docx`} kind="quiet">
              {t('docx')}
            </ButtonLink>
            <ButtonLink href={`${p.base}/rencana-kerja.pdf`} kind={fillFirst ? 'quiet' : 'primary'}>
              {t('pdf')}
            </ButtonLink>
            <ButtonLink href={`${p.base}/angka`} kind={fillFirst ? 'primary' : 'quiet'}>
              {t(p.editable ? 'to-figures' : 'see-figures')}
            </ButtonLink>
          </>
        }
      />
      <Grid>
        <Card title={t('chapters')} flush>
          <DataTable
            caption={t('chapters')}
            columns={[
              {
                header: t('number'),
                cell: ({ chapter }) => (chapter.number === null ? t('foreword') : `BAB ${chapter.number}`),
                width: 'shrink',
              },
              {
                header: t('chapter'),
                cell: ({ chapter, merged }) => <a href={`${p.base}/bab/${chapter.key}`}>{merged.title}</a>,
                rowHeader: true,
                width: 'grow',
              },
              {
                header: t('state'),
                cell: ({ merged }) =>
                  merged.missing.length > 0
                    ? tagMarkup('due', t('gaps', { n: merged.missing.length }))
                    : tagMarkup('done', t('filled')),
              },
              {
                header: t('changed'),
                cell: ({ chapter: { changed } }) =>
                  changed === null
                    ? t('default')
                    : `${formatDateTime(changed.at, asZone(p.zone), p.locale)} · ${changed.by ?? t('somebody')}`,
                wideOnly: true,
              },
            ]}
            rows={p.chapters}
            empty={{ title: t('chapters') }}
          />
        </Card>
        {missing.length > 0 ? (
          <Card title={t('missing-title')} note={t('missing-note')}>
            <MissingFigures locale={p.locale} base={p.base} labels={missing} />
          </Card>
        ) : null}
      </Grid>
    </>
  )
}

/** Figures without a value, each a link to its field; `labels` are those of the Indonesian document. */
export const MissingFigures = (p: { locale: Locale; base: string; labels: readonly string[] }) => (
  <ul class="columns-list">
    {p.labels.map(label => {
      const figure = figureCatalogue.figures.find(candidate => candidate.label.id === label)
      const href = figure && `${p.base}/angka#${fieldId((figure.of ?? [figure.key])[0] ?? figure.key)}`
      return <li>{href ? <a href={href}>{figure.label[p.locale]}</a> : label}</li>
    })}
  </ul>
)

export function NoPlan(p: { locale: Locale; unitSlug: string; year: number; mayImport: boolean }) {
  const t = translator(messages, p.locale)
  return (
    <>
      <PageHead title={t('title', { year: p.year })} />
      <EmptyState
        title={t('no-plan', { year: p.year })}
        text={t('no-plan-text')}
        action={
          <ButtonLink href={`/u/${p.unitSlug}/rencana`}>{t(p.mayImport ? 'import' : 'to-plans')}</ButtonLink>
        }
      />
    </>
  )
}
