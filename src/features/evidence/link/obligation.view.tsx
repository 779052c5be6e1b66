import { areaName } from '../../../ui/area-names.ts'
import { Card, Grid } from '../../../ui/display/card.tsx'
import { Breadcrumbs } from '../../../ui/display/navigation.tsx'
import { PageHead } from '../../../ui/display/page-head.tsx'
import { formatDate } from '../../../ui/format.ts'
import { ErrorSummary } from '../../../ui/forms/error-summary.tsx'
import { translator } from '../../../ui/messages.ts'
import { UploadForm, type UploadFormProps } from '../bring/upload-form.view.tsx'
import { messages } from '../messages.ts'
import type { OwedObligation, Slot } from '../queries.ts'
import { filledSlots, SlotsTable } from './slots.view.tsx'

/** The evidence of one obligation: what is asked for, what fills it, and the form that brings more. */
export function ObligationEvidenceView(
  p: UploadFormProps & {
    readonly unitPath: string
    readonly obligation: OwedObligation
    readonly slots: readonly Slot[]
    readonly mayAdd: boolean
  },
) {
  const { locale, obligation: o } = p
  const t = translator(messages, locale)
  const asked = p.slots.map(slot => slot.text).filter(Boolean)
  return (
    <>
      <Breadcrumbs
        locale={locale}
        items={[{ text: o.action, href: `${p.unitPath}/kewajiban/${o.id}` }, { text: t('evidence') }]}
      />
      <ErrorSummary locale={locale} errors={p.errors} />
      <PageHead
        title={t('obligation.answer', filledSlots(p.slots))}
        note={`${o.action} · ${formatDate(o.due, locale)} · ${areaName(o.area, locale)}`}
      />
      <Grid>
        <Card title={t('slot')} flush>
          <SlotsTable
            locale={locale}
            base={`${p.unitPath}/bukti`}
            slots={p.slots}
            fillHref={p.mayAdd ? slot => `${p.action}?slot=${encodeURIComponent(slot)}#unggah` : null}
          />
        </Card>
        {p.mayAdd ? (
          <Card title={t('upload')} id="unggah">
            <UploadForm {...p} slots={asked} />
          </Card>
        ) : null}
      </Grid>
    </>
  )
}
