import { addDays, dayOf, localDate, monthOf, yearOf } from '../../../core/shared/local-date.ts'
import type { CellStyle } from './xlsx-styles.ts'

const monthNames =
  'Januari Februari Maret April Mei Juni Juli Agustus September Oktober November Desember'.split(' ')

/** A number as the sheet shows it: a serial day as `31 Maret 2019` or `Maret 2019`, a share as `25%`. */
export function numberText(raw: string, style: CellStyle | undefined, from1904: boolean): string {
  const value = Number(raw)
  if (!Number.isFinite(value)) return raw
  if (style?.number === 'percent') return `${trimmed(value * 100)}%`
  if (style?.number !== 'day' && style?.number !== 'month') return trimmed(value)
  const date = serialDate(Math.floor(value), from1904)
  if (date === null) return trimmed(value)
  const month = `${monthNames[monthOf(date) - 1] ?? ''} ${yearOf(date)}`
  return style.number === 'day' ? `${dayOf(date)} ${month}` : month
}

/** Spreadsheets count days from 31 December 1899, with a 29 February 1900 that never was. */
function serialDate(serial: number, from1904: boolean) {
  if (serial < 1 || serial > 110_000) return null
  const first = from1904 ? localDate(1904, 1, 1) : localDate(1899, 12, serial < 60 ? 31 : 30)
  return first === null ? null : addDays(first, serial)
}

/** Fifteen digits are what a spreadsheet keeps; it hides the noise of binary fractions. */
const trimmed = (value: number) => String(Number(value.toPrecision(15)))

/** `_x000D_` is how a workbook writes characters that XML cannot hold. */
export const unescapeText = (text: string): string =>
  text
    .replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
    // A text of the database holds everything but this.
    .replaceAll('\0', '')
    .replace(/\r\n?/g, '\n')
