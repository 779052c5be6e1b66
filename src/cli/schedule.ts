import { readSchedule } from '../core/schedule/read-schedule.ts'
import type { ScheduleReading } from '../core/schedule/reading.ts'
import { type LocalDate, parseLocalDate } from '../core/shared/local-date.ts'
import { err, ok, type Result } from '../core/shared/result.ts'
import { formatDate } from '../ui/format.ts'
import { type Locale, locales, translator } from '../ui/messages.ts'
import { describeAssumption, describeKind, describeReason } from '../ui/schedule-messages.ts'
import { readArguments } from './arguments.ts'
import { scheduleWords } from './schedule-words.ts'

type Out = { readonly stdout: (text: string) => void; readonly stderr: (text: string) => void }
type Wanted = {
  readonly text: string
  readonly year: number
  readonly start: LocalDate | undefined
  readonly json: boolean
  readonly locale: Locale
}
type Mistake = 'no-text' | 'no-year' | 'bad-year' | 'bad-start' | 'bad-language'

type Given = Extract<ReturnType<typeof readArguments<typeof options>>, { ok: true }>['value']

/**
 * `zona schedule TEXT --year Y [--start DATE] [--json] [--lang id|en]`
 *
 * Exit code 0 when the text was read, and always with `--json` (the reading says what is unresolved); 2 for a wrong
 * command line, and without `--json` for a text that gives no schedule, with one sentence on standard error.
 */
export function scheduleCommand(args: readonly string[], out: Out): number {
  const words = translator(scheduleWords, 'id')
  const parsed = readArguments(args, options)
  if (!parsed.ok) {
    out.stderr(`${parsed.problem} ${words('form')}\n`)
    return 2
  }
  if (parsed.value.values.help) {
    out.stdout(`${words('help')}\n`)
    return 0
  }
  const wanted = readWanted(parsed.value)
  if (!wanted.ok) {
    out.stderr(`${words(wanted.problem)}\n`)
    return 2
  }
  const { text, year, start, json, locale } = wanted.value
  const reading = readSchedule(text, start === undefined ? { year } : { year, start })
  if (json) {
    out.stdout(`${JSON.stringify(asJson(reading, locale), null, 2)}\n`)
    return 0
  }
  if (reading.reason !== null) {
    out.stderr(`“${text}”: ${describeReason(reading.reason, locale)}\n`)
    return 2
  }
  out.stdout(asText(reading, locale))
  return 0
}

function readWanted({ values, positionals }: Given): Result<Wanted, Mistake> {
  if (positionals.length === 0) return err('no-text')
  const text = positionals.join(' ')
  const locale = locales.find(known => known === (values.lang ?? 'id'))
  if (locale === undefined) return err('bad-language')
  const printed = [...new Set(text.match(/(?<!\d)(?:19|20|21)\d\d(?!\d)/g))]
  const given = values.year ?? (printed.length === 1 ? printed[0] : undefined)
  if (given === undefined) return err('no-year')
  if (!/^(?:19|20|21)\d\d$/.test(given)) return err('bad-year')
  const start = values.start === undefined ? undefined : parseLocalDate(values.start)
  if (start === null) return err('bad-start')
  return ok({ text, year: Number(given), start, json: values.json ?? false, locale })
}

const options = {
  year: { type: 'string', short: 'y' },
  start: { type: 'string' },
  lang: { type: 'string' },
  json: { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
} as const

const asJson = (reading: ScheduleReading, locale: Locale) => ({
  text: reading.text,
  kind: reading.kind,
  rrule: reading.rrule,
  windows: reading.windows,
  dates: reading.dates,
  ambiguous: reading.ambiguous,
  assumptions: reading.assumptions.map(assumption => describeAssumption(assumption, locale)),
  reason: reading.reason === null ? null : describeReason(reading.reason, locale),
})

/** Labels in one column, their values in the next; a line each for windows, dates and assumptions. */
function asText(reading: ScheduleReading, locale: Locale): string {
  const words = translator(scheduleWords, locale)
  const rows: readonly (readonly [string, readonly string[]])[] = [
    [words('text'), [reading.text.replace(/\s+/g, ' ').trim()]],
    [words('kind'), [describeKind(reading.kind, locale)]],
    [words('rule'), reading.rrule === null ? [] : [reading.rrule]],
    [
      words('window'),
      reading.windows
        .filter(([from, to]) => from !== to)
        .map(([from, to]) => `${formatDate(from, locale)} – ${formatDate(to, locale)}`),
    ],
    [
      words('due'),
      reading.dates.length === 0
        ? [words('none')]
        : reading.dates.map(date => formatDate(date, locale, 'weekday')),
    ],
    [words('confirm'), reading.ambiguous ? [words('ambiguous')] : []],
    [words('assumed'), reading.assumptions.map(assumption => describeAssumption(assumption, locale))],
  ]
  const width = Math.max(...rows.map(([label]) => label.length)) + 2
  return rows
    .flatMap(([label, values]) =>
      values.map((value, index) => (index === 0 ? label : '').padEnd(width) + value),
    )
    .map(line => `${line}\n`)
    .join('')
}
