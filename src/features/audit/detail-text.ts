import { areaCodes, roles } from '../../core/access/role.ts'
import { parseLocalDate } from '../../core/shared/local-date.ts'
import { areaName } from '../../ui/area-names.ts'
import {
  formatBytes,
  formatDate,
  formatDateTime,
  formatNumber,
  weekdayName,
  type Zone,
  zones,
} from '../../ui/format.ts'
import { type Locale, translator } from '../../ui/messages.ts'
import { roleName } from '../../ui/role-names.ts'
import { uiMessages } from '../../ui/ui-messages.ts'
import { figureCatalogue } from '../documents/index.ts'
import { evidenceMessages } from '../evidence/index.ts'
import { actionName, subjectName } from './action-names.ts'
import { detailNames, detailValues } from './detail-names.ts'

/** Who reads, where, and what the ids in the entries are called. */
export type Reader = {
  readonly locale: Locale
  readonly zone: Zone
  readonly titles: ReadonlyMap<string, string>
}

const isKey = <C extends object>(catalogue: C, key: string): key is Extract<keyof C, string> =>
  Object.hasOwn(catalogue, key)

/** Of a list of more things an entry says how many they are. */
const mostParts = 6
/** Letters of one entry on the page. */
const mostLetters = 300

const isId = (text: string) => /^[0-9a-f]{8}-[0-9a-f-]{27}$|^[0-9a-f]{64}$/.test(text)
const isInstant = (text: string) => /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/.test(text)

/** What a thing that an entry says is called; a figure of the chapters has the name that it has there. */
export function detailName(key: string, locale: Locale): string {
  if (isKey(detailNames, key)) return translator(detailNames, locale)(key)
  return figureCatalogue.figures.find(figure => figure.key === key)?.label[locale] ?? key
}

/** What an entry says besides, in one line for the page. Ids without a name and hashes are cut: the export has them whole. */
export const detailText = (detail: Readonly<Record<string, unknown>>, reader: Reader): string =>
  wholeDetailText(detail, reader).slice(0, mostLetters)

/** The same, however long it is. */
export const wholeDetailText = (detail: Readonly<Record<string, unknown>>, reader: Reader): string =>
  Object.entries(detail)
    .map(([key, value]) => [detailName(key, reader.locale), valueText(key, value, reader)] as const)
    .filter(([, text]) => text !== '')
    .map(([label, text]) => `${label}: ${text}`)
    .join(' · ')

function valueText(key: string, value: unknown, reader: Reader): string {
  const { locale } = reader
  if (value === null || value === undefined) return ''
  if (typeof value === 'boolean') return locale === 'id' ? (value ? 'ya' : 'tidak') : value ? 'yes' : 'no'
  if (typeof value === 'string') return wordText(key, value, reader)
  if (typeof value === 'number') {
    if (key === 'size') return formatBytes(value, locale)
    if (key === 'lateWeekday') return value >= 1 && value <= 7 ? weekdayName(value, locale) : String(value)
    return /year$/i.test(key) || !Number.isInteger(value) ? String(value) : formatNumber(value, locale)
  }
  if (Array.isArray(value)) {
    const shown = value.every(
      item =>
        typeof item === 'number' || (typeof item === 'string' && (!isId(item) || reader.titles.has(item))),
    )
    return shown && value.length <= mostParts * 2
      ? value.map(item => listed(key, item, reader)).join(', ')
      : formatNumber(value.length, locale)
  }
  if (typeof value === 'object') {
    const parts = Object.entries(value)
    if (parts.length > mostParts) return formatNumber(parts.length, locale)
    return parts
      .map(([inner, content]) => [inner, valueText(isTurn(inner) ? key : inner, content, reader)] as const)
      .filter(([, text]) => text !== '')
      .map(([inner, text]) => `${detailName(inner, locale)} ${text}`)
      .join(', ')
  }
  return String(value)
}

/** What something was and is now is a value of that thing. */
const isTurn = (key: string) => ['was', 'now', 'before', 'after'].includes(key)

/** In a list of names of fields each is called as it is elsewhere. */
const listed = (key: string, item: string | number, reader: Reader): string =>
  key === 'fields' ? detailName(String(item), reader.locale) : valueText(key, item, reader)

function wordText(key: string, value: string, { locale, zone, titles }: Reader): string {
  const own = `${key}.${value}`
  if (isKey(detailValues, own)) return translator(detailValues, locale)(own)
  if (key === 'kind' || key === 'confidentiality' || key === 'language') {
    if (isKey(evidenceMessages, own)) return String(evidenceMessages[own][locale])
  }
  const state = `state.${value}`
  if ((key === 'was' || key === 'now') && isKey(uiMessages, state))
    return String(uiMessages[state][locale]).toLowerCase()
  const role = key === 'role' && roles.find(candidate => candidate === value)
  if (role) return roleName(role, locale)
  const area = key === 'area' && areaCodes.find(candidate => candidate === value)
  if (area) return areaName(area, locale)
  if (key === 'zone' && Object.hasOwn(zones, value)) return zones[value as Zone]
  if (key === 'action') return actionName(value, locale)
  if (key === 'subject') return subjectName(value, locale)
  const title = titles.get(value)
  if (title !== undefined) return title
  const date = parseLocalDate(value)
  if (date) return formatDate(date, locale, 'short')
  if (isInstant(value)) return formatDateTime(new Date(value), zone, locale)
  return isId(value) ? `${value.slice(0, 8)}…` : value
}
