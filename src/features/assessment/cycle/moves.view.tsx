import { Card } from '../../../ui/display/card.tsx'
import { DataTable } from '../../../ui/display/data-table.tsx'
import { formatDateTime } from '../../../ui/format.ts'
import { SubmitButton } from '../../../ui/forms/button.tsx'
import { errorOf } from '../../../ui/forms/error-summary.tsx'
import { CarriedFields, PostForm } from '../../../ui/forms/form.tsx'
import { TextArea } from '../../../ui/forms/text-field.tsx'
import { translator } from '../../../ui/messages.ts'
import { BundleLinks } from '../bundle/links.view.tsx'
import { messages } from '../messages.ts'
import type { OverviewProps } from '../overview/overview-props.ts'
import { scoreFigure } from '../sentences.ts'

/** How the cycle moved so far, and the moves that its head may make. */
export function MoveCards(p: OverviewProps) {
  const { locale, sheet, base } = p
  const t = translator(messages, locale)
  const version = { version: String(sheet.cycle.version) }
  const submitted = sheet.cycle.state === 'submitted'
  return (
    <>
      {submitted && p.can.reopen ? (
        <Card title={t('reopen.title')} note={t('reopen.note')} span="half" id="buka">
          <PostForm action={`${base}/buka`} csrf="" idempotencyKey={p.newKey()}>
            <CarriedFields values={version} />
            <TextArea
              locale={locale}
              name="reason"
              label={t('reopen.reason')}
              rows={3}
              value={p.typedReason}
              error={errorOf(p.errors, 'reason')}
            />
            <SubmitButton kind="quiet">{t('reopen.go')}</SubmitButton>
          </PostForm>
        </Card>
      ) : null}
      {submitted && p.can.close ? (
        <Card title={t('close.title')} note={t('close.note')} span="half">
          <PostForm action={`${base}/tutup`} csrf="" idempotencyKey={p.newKey()}>
            <CarriedFields values={version} />
            <SubmitButton kind="danger">{t('close.go')}</SubmitButton>
          </PostForm>
        </Card>
      ) : null}
      {sheet.moves.length > 0 ? (
        <Card
          title={t('moves.title')}
          action={sheet.cycle.state === 'closed' ? <BundleLinks locale={locale} base={base} /> : undefined}
          flush
        >
          <DataTable
            caption={t('moves.title')}
            dense
            rows={sheet.moves}
            empty={{ title: '–' }}
            columns={[
              { header: t('when'), rowHeader: true, cell: move => formatDateTime(move.at, p.zone, locale) },
              { header: t('change'), cell: move => t(`move.${move.state}`) },
              {
                header: t('total'),
                numeric: true,
                cell: move => scoreFigure(move.total, locale, sheet.instrument),
              },
              { header: t('who'), cell: move => move.by },
              { header: t('reopen.reason'), width: 'grow', cell: move => move.reason || '–' },
            ]}
          />
        </Card>
      ) : null}
    </>
  )
}
