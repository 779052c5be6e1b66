import type { Unit, UnresolvedReason } from './reading.ts'
import { statedFrequencies } from './stated-frequency.ts'
import { normalise } from './tokenise.ts'
import type { Token } from './vocabulary.ts'

/** In a sentence these say how something stands ready or is done; as a target time, that no day is known. */
const anyTime =
  /^(?:(?:setiap|tiap) saat|kapan saja|(?:saat|bila|jika|kalau|apabila|ketika) (?:perlu|diperlukan|dibutuhkan)|sesuai dengan (?:kebutuhan|keperluan)|sesuai permintaan|kondisional|tentatif)$/
const onEvent = /(?:^| )(?:setelah|sesudah|pasca|usai|menjelang|saat) |(?:^| )h ?[+-] ?\d/
const allAlong = /^(?:secara )?(?:terus[ -]*menerus|berkelanjutan|berkesinambungan|kontin(?:yu|u|ue))$/

/** Why a text gives no dates; the part that was not understood is named in its own words. */
export function reasonWithoutDates(
  text: string,
  tokens: readonly Token[],
  furthest: number,
): UnresolvedReason {
  const whole = text.replace(/\s+/g, ' ').trim()
  const plain = normalise(whole).replace(/\W+$/, '')
  if (anyTime.test(plain) || (onEvent.test(plain) && namesNoDate(tokens)))
    return { code: 'depends-on-event', phrase: whole }
  if (allAlong.test(plain)) return { code: 'no-frequency', phrase: whole }
  const [stated, ...others] = statedFrequencies(whole)
  if (stated !== undefined && others.length === 0 && stated.phrase.length >= whole.length - 1) {
    const { frequency, phrase } = stated
    if (frequency.is === 'on-event') return { code: 'depends-on-event', phrase }
    if (frequency.is === 'periodic') return { code: 'no-frequency', phrase }
    if (frequency.is === 'times') return { code: 'times-without-dates', times: frequency.times }
  }
  const unknown = tokens.filter(token => token.is === 'word')
  const rest = tokens.slice(furthest)
  const part = [unknown, rest].find(some => some.length > 0)
  return { code: 'not-understood', part: part === undefined ? whole : asPrinted(part, whole) }
}

const namesNoDate = (tokens: readonly Token[]) =>
  tokens.some(({ is }) => is === 'word') &&
  !tokens.some(token => dates.has(token.is) || (token.is === 'unit' && blocks.has(token.unit)))

const dates: ReadonlySet<Token['is']> = new Set<Token['is']>(['month', 'month-code', 'date', 'year'])
const blocks: ReadonlySet<Unit> = new Set<Unit>(['quarter', 'third', 'semester', 'year'])

const respelt: Record<string, string> = { palinglambat: 'paling lambat', harikerja: 'hari kerja' }

function asPrinted(tokens: readonly Token[], whole: string): string {
  const lower = whole.toLowerCase()
  return tokens
    .map(({ printed }) => {
      const word = respelt[printed] ?? printed
      const at = lower.length === whole.length ? lower.indexOf(word) : -1
      return at < 0 ? word : whole.slice(at, at + word.length)
    })
    .join(' ')
}
