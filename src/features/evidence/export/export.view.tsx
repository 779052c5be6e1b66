import { Card, Grid } from '../../../ui/display/card.tsx'
import { Breadcrumbs } from '../../../ui/display/navigation.tsx'
import { PageHead } from '../../../ui/display/page-head.tsx'
import { ButtonRow, SubmitButton } from '../../../ui/forms/button.tsx'
import { SelectField } from '../../../ui/forms/select-field.tsx'
import { type Locale, translator } from '../../../ui/messages.ts'
import { exportMessages } from './messages.ts'

/** Chooses what is taken out of Zona, and as what. */
export function ExportView(p: { locale: Locale; base: string; years: readonly number[]; year: number }) {
  const { locale } = p
  const t = translator(exportMessages, locale)
  return (
    <>
      <Breadcrumbs
        locale={locale}
        items={[{ text: t('evidence'), href: p.base }, { text: t('export.title') }]}
      />
      <PageHead title={t('export.title')} note={t('export.note')} />
      <Grid>
        <Card span="half">
          {p.years.length === 0 ? (
            <p>{t('export.noPlan')}</p>
          ) : (
            <form method="get" action={`${p.base}/ekspor/unduh`} class="form">
              <SelectField
                locale={locale}
                name="tahun"
                label={t('export.year')}
                empty={false}
                value={String(p.year)}
                options={p.years.map(year => ({ value: String(year), text: String(year) }))}
              />
              <SelectField
                locale={locale}
                name="isi"
                label={t('export.choice')}
                empty={false}
                value="accepted"
                options={(['accepted', 'all'] as const).map(value => ({ value, text: t(`export.${value}`) }))}
              />
              <ButtonRow>
                <SubmitButton name="bentuk" value="zip">
                  {t('export.zip')}
                </SubmitButton>
                <SubmitButton name="bentuk" value="pdf" kind="quiet">
                  {t('export.book')}
                </SubmitButton>
              </ButtonRow>
            </form>
          )}
        </Card>
        <Card title={t('export.inside')} span="half">
          <ul class="govuk-list govuk-list--bullet">
            {(['originals', 'lists', 'elsewhere', 'lost'] as const).map(about => (
              <li>{t(`export.inside.${about}`)}</li>
            ))}
          </ul>
        </Card>
      </Grid>
    </>
  )
}
