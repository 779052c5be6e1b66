import type { LocalDate } from '../../core/shared/local-date.ts'
import { dayOf, monthOf, yearOf } from '../../core/shared/local-date.ts'
import type { Locale } from '../../ui/messages.ts'

const tag = (locale: Locale) => (locale === 'id' ? 'id-ID' : 'en-GB')

/** Decimals as entered, at most four, with the language's own marks: 90,863. */
export const formatNumber = (value: number, locale: Locale): string =>
  new Intl.NumberFormat(tag(locale), { maximumFractionDigits: 4 }).format(value)

/** Whole rupiah. Indonesian spelling rules put no space after "Rp", where Intl would. */
export const formatMoney = (value: number, locale: Locale): string =>
  `Rp${new Intl.NumberFormat(tag(locale), { maximumFractionDigits: 0 }).format(value)}`

/**
 * `part` of `whole` in per cent with two decimals, half rounded up, computed in whole numbers:
 * 6515225118 of 7407451181 is "87,96%". Null when the whole is not above zero.
 */
export function formatPercent(part: number, whole: number, locale: Locale): string | null {
  if (!Number.isSafeInteger(part) || !Number.isSafeInteger(whole) || whole <= 0) return null
  const sign = part < 0 ? '-' : ''
  const hundredths = (BigInt(Math.abs(part)) * 20000n + BigInt(whole)) / (2n * BigInt(whole))
  const units = new Intl.NumberFormat(tag(locale)).format(hundredths / 100n)
  const mark = locale === 'id' ? ',' : '.'
  return `${sign}${units}${mark}${String(hundredths % 100n).padStart(2, '0')}%`
}

const months = {
  id: 'Januari Februari Maret April Mei Juni Juli Agustus September Oktober November Desember'.split(' '),
  en: 'January February March April May June July August September October November December'.split(' '),
}

/** Month by number, 1 to 12. */
export const monthName = (month: number, locale: Locale): string => months[locale][month - 1] ?? String(month)

/** "24 November 2026" in both languages. */
export const formatDate = (date: LocalDate, locale: Locale): string =>
  `${dayOf(date)} ${monthName(monthOf(date), locale)} ${yearOf(date)}`
