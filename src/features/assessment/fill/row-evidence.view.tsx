import { Card } from '../../../ui/display/card.tsx'
import { DataTable } from '../../../ui/display/data-table.tsx'
import { tagMarkup } from '../../../ui/display/tag.tsx'
import { SubmitButton } from '../../../ui/forms/button.tsx'
import { errorOf } from '../../../ui/forms/error-summary.tsx'
import { InlineForm, PostForm } from '../../../ui/forms/form.tsx'
import { SelectField } from '../../../ui/forms/select-field.tsx'
import { TextField } from '../../../ui/forms/text-field.tsx'
import { translator } from '../../../ui/messages.ts'
import { markedLabel, sentenceMarkup } from '../label-markup.ts'
import { messages } from '../messages.ts'
import type { StoreEvidence } from '../prove/evidence-queries.ts'
import { unitPath } from './row.view.tsx'
import type { RowPageProps } from './row-page-props.ts'

/** What proves the item, and what else the unit has that may. */
export function EvidenceCard(p: RowPageProps & { readonly path: string }) {
  const { locale, sheet, path } = p
  const { code, evidence } = p.placed.question
  const t = translator(messages, locale)
  const cited = sheet.evidence.get(code) ?? []
  const open = p.store.filter(piece => !cited.some(({ evidenceId }) => evidenceId === piece.id))
  const ofArea = ({ areas }: StoreEvidence) => areas.includes(p.placed.area)
  const option = (piece: StoreEvidence & { readonly fit: number }) => ({
    value: piece.id,
    text: `${piece.fit > 0 ? `★ ${t('evidence.match')}: ` : ''}${piece.title}${piece.documentNumber ? ` · ${piece.documentNumber}` : ''}`,
  })
  return (
    <Card
      title={t('evidence.title')}
      id="bukti"
      action={p.editable && p.uploadHref ? <a href={p.uploadHref}>{t('evidence.upload')}</a> : undefined}
    >
      {evidence.length > 0 ? (
        <p class="muted small">
          {t('evidence.required')}:{' '}
          {sentenceMarkup(evidence.map(label => markedLabel(label, locale)).join(' · '))}
        </p>
      ) : null}
      <DataTable
        caption={t('evidence.title')}
        dense
        rows={cited}
        empty={{ title: t('evidence.none') }}
        columns={[
          {
            header: t('evidence.piece'),
            rowHeader: true,
            width: 'grow',
            cell: piece =>
              piece.title === '' ? (
                t('evidence.restricted')
              ) : (
                <a href={`${unitPath(p.base)}/bukti/${piece.evidenceId}`}>{piece.title}</a>
              ),
          },
          { header: t('evidence.pointer'), cell: piece => piece.page || '–' },
          {
            header: t('state'),
            cell: piece =>
              piece.state === 'returned'
                ? tagMarkup('late', t('evidence.returned'))
                : tagMarkup(piece.state === 'accepted' ? 'done' : 'due', t(`piece.${piece.state}`)),
          },
          ...(p.editable
            ? [
                {
                  header: t('evidence.remove'),
                  headerHidden: true,
                  cell: (piece: (typeof cited)[number]) => (
                    <InlineForm
                      action={`${path}/lepas`}
                      label={t('evidence.remove')}
                      ariaLabel={`${t('evidence.remove')}: ${piece.title}`}
                      csrf=""
                      idempotencyKey={p.newKey()}
                      values={{ link: piece.linkId }}
                    />
                  ),
                },
              ]
            : []),
        ]}
      />
      {p.editable ? (
        <>
          <h3 class="row-choose">{t('evidence.choose')}</h3>
          <form method="get" action={`${path}#bukti`} class="filters row-search">
            <TextField locale={locale} name="cari" label={t('evidence.search')} value={p.search} />
            <SubmitButton kind="quiet">{t('evidence.search.go')}</SubmitButton>
          </form>
          {open.length === 0 ? (
            <p class="muted">{t('evidence.choose.none')}</p>
          ) : (
            <PostForm action={`${path}/bukti`} csrf="" idempotencyKey={p.newKey()}>
              <SelectField
                locale={locale}
                name="evidence"
                label={t('evidence.piece')}
                options={[
                  {
                    label: t('evidence.offered'),
                    options: open.filter(ofArea).map(option),
                  },
                  { label: t('evidence.other'), options: open.filter(one => !ofArea(one)).map(option) },
                ].filter(group => group.options.length > 0)}
                error={errorOf(p.errors, 'evidence')}
              />
              <TextField
                locale={locale}
                name="page"
                label={t('evidence.pointer')}
                hint={t('evidence.pointer.hint')}
                width={10}
                optional
              />
              <SubmitButton>{t('evidence.add')}</SubmitButton>
            </PostForm>
          )}
        </>
      ) : null}
    </Card>
  )
}
