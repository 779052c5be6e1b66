import { Card } from '../../../ui/display/card.tsx'
import { PageHead } from '../../../ui/display/page-head.tsx'
import { SummaryList } from '../../../ui/display/summary.tsx'
import { formatBytes, formatDate, formatDateTime, type Zone } from '../../../ui/format.ts'
import { ButtonLink } from '../../../ui/forms/button.tsx'
import { type Locale, translator } from '../../../ui/messages.ts'
import { exportMessages } from './messages.ts'
import type { Shared } from './open-share.ts'
import type { Notes } from './published-copy.ts'

/** What somebody outside sees of one piece: what it is, whose, that it is the original, and the file. */
export function SharedView(p: {
  locale: Locale
  zone: Zone
  shared: Shared
  notes: Notes
  download: string
}) {
  const { locale, shared } = p
  const t = translator(exportMessages, locale)
  return (
    <>
      <PageHead title={shared.title} note={t('public.note', { unit: shared.unit })} />
      <Card>
        <SummaryList
          rows={[
            ...(shared.documentNumber ? [{ key: t('public.number'), value: shared.documentNumber }] : []),
            ...(shared.documentDate
              ? [{ key: t('public.date'), value: formatDate(shared.documentDate, locale) }]
              : []),
            { key: t('public.file'), value: `${shared.fileName} (${formatBytes(shared.size, locale)})` },
            {
              key: t('public.hash'),
              value: (
                <>
                  <code class="hash">{shared.sha256}</code>
                  <span class="of">
                    {t(p.notes === 'photo' || p.notes === 'video' ? `public.${p.notes}` : 'public.hashNote')}
                  </span>
                </>
              ),
            },
            { key: t('public.until'), value: formatDateTime(shared.expiresAt, p.zone, locale) },
          ]}
        />
        <ButtonLink href={p.download}>{t('public.download')}</ButtonLink>
      </Card>
    </>
  )
}

export type NothingShown = 'gone' | 'many' | 'noCopy'

/** Why nothing is shown, the same for every code that is not valid. */
export function NothingSharedView({ locale, why }: { locale: Locale; why: NothingShown }) {
  const t = translator(exportMessages, locale)
  return (
    <>
      <PageHead title={t(`public.${why}`)} />
      <p>{t(`public.${why}Text`)}</p>
    </>
  )
}
