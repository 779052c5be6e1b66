import { type AreaCode, areaLabel, areaNamed, areaOf } from './areas.ts'
import { roman } from './docx-numbering.ts'
import type { DraftArea, DraftPlan, DraftSub } from './draft-plan.ts'
import { fillIndicator, indicatorOf, noteFormulas } from './fill-indicator.ts'
import { isPageNumber, isPlanTitle, labelArea, type PlanTable } from './find-table.ts'
import { roles } from './headings.ts'
import { fold } from './items.ts'
import { joinTableLines } from './line-cells.ts'
import type { Place } from './place.ts'
import type { Finding } from './plan-document.ts'
import {
  areaOfHeading,
  asideText,
  goesOn,
  headingStyle,
  headingText,
  isColumnNumbers,
  isNote,
  isSignature,
  looksLikeArea,
  own,
  printedNumber,
  standsAbove,
} from './row-kinds.ts'
import { contentCount, type TableLine, tableLines } from './table-lines.ts'

/** Reads the rows of a plan's table into areas, sub-components and indicators. */
export function buildPlan(table: PlanTable): DraftPlan {
  const columns = table.parts[0]?.layout.columns
  const builder = new Builder(columns?.has('indicator') ?? true, columns?.has('component') ?? true)
  for (const part of table.parts) {
    const label = labelArea(part)
    builder.startPart()
    if (label !== null) builder.areaAbove(label)
    for (const line of tableLines(part)) builder.add(line)
  }
  return builder.finish()
}

class Builder {
  readonly #hasIndicators: boolean
  readonly #hasComponents: boolean
  readonly #areas: DraftArea[] = []
  readonly #findings: { finding: Finding; place: Place | null }[] = []
  #area: DraftArea | null = null
  #sub: DraftSub | null = null
  #pending: TableLine | null = null
  /** A heading row waits for the rows it stands above; text that no row follows is none. */
  #heading: { line: TableLine; text: string; isArea: boolean } | null = null
  #ended = false
  #noted = false
  #skipped: { count: number; text: string; place: Place } | null = null
  #formulaWithoutValue: Place | null = null
  #afterData = false
  #columnNumbers: TableLine | null = null
  #underNumbers = false
  #areaStyle = ''
  #areasInArabic = false
  #areasAsComponents = false

  constructor(hasIndicators: boolean, hasComponents: boolean) {
    this.#hasIndicators = hasIndicators
    this.#hasComponents = hasComponents
  }

  /** A line waits until the next one shows that it does not go on over the page. */
  add(given: TableLine) {
    if (this.#numbersColumns(given)) {
      this.#columnNumbers ??= given
      this.#underNumbers = given.pageStart
      return
    }
    const line = this.#underNumbers ? { ...given, pageStart: true } : given
    this.#underNumbers = false
    if (this.#pending && goesOn(line, this.#pending)) this.#pending = joinTableLines(this.#pending, line)
    else {
      this.#flush(line)
      this.#pending = line
    }
  }

  /** The title or page number that a sheet prints above the headings of its next part is no sub-component. */
  startPart() {
    const isFurniture = (text: string) => isPlanTitle(text) || isPageNumber(text)
    if (this.#pending && isFurniture(headingText(this.#pending) ?? '')) this.#pending = null
    if (this.#heading && isFurniture(this.#heading.text)) this.#heading = null
  }

  /** An area named above a table of its own. */
  areaAbove(label: string) {
    this.#flush()
    this.#startArea(label, null)
  }

  finish(): DraftPlan {
    this.#flush()
    this.#dropHeading()
    for (const { label, subs } of this.#areas)
      if (subs.length === 0) this.#note({ code: 'area-empty', label }, null)
    if (this.#skipped)
      this.#note(
        { code: 'rows-ignored', count: this.#skipped.count, text: this.#skipped.text },
        this.#skipped.place,
      )
    return {
      areas: this.#areas.filter(({ subs }) => subs.length > 0),
      findings: this.#findings,
      formulaWithoutValue: this.#formulaWithoutValue,
    }
  }

  /** Column numbers stand under the headings, and again wherever those are repeated. */
  #numbersColumns(line: TableLine): boolean {
    const first = this.#columnNumbers
    const again = first !== null && roles.every(role => own(line, role) === own(first, role))
    return isColumnNumbers(line) && (!this.#afterData || line.pageStart || again)
  }

  #flush(next: TableLine | null = null) {
    const line = this.#pending
    this.#pending = null
    if (!line) return
    const stands = next !== null && !this.#hasComponents && standsAbove(line, next)
    const text = headingText(line) ?? (stands ? own(line, line.lead) : null)
    const area = text === null ? null : areaOfHeading(line, text)
    if (this.#ended && area === null && contentCount(line) < 3) {
      if (this.#noted || printedNumber(own(line, 'no')) !== null)
        this.#skip(line, text ?? fold(Object.values(line.text).join(' ')))
      return
    }
    this.#ended = false
    this.#noted = area === null && this.#afterData && isNote(line) && !isSignature(line)
    if (this.#noted) {
      this.#dropHeading()
      this.#ended = true
      return this.#skip(line, text ?? line.rest)
    }
    if (area === null && this.#afterData && isSignature(line)) {
      this.#ended = true
      return
    }
    if (text !== null && line.struck.length > 0)
      this.#note({ code: 'struck-text', texts: line.struck }, line.place)
    const aside = asideText(line)
    if (aside !== null) this.#skip(line, aside)
    else if (text !== null) this.#headingRow(line, text)
    else if (contentCount(line) > 0) this.#row(line)
    else if (line.rest !== '') this.#skip(line, line.rest)
    else if (line.struck.length > 0) this.#skip(line, line.struck.join(' '))
  }

  #headingRow(line: TableLine, text: string) {
    if (line.wide === null && own(line, 'owner') !== '') this.#skip(line, own(line, 'owner'))
    const code = areaOfHeading(line, text) ?? this.#nextArea(line, text)
    if ((code !== null && !this.#isOwnSub(code, text)) || areaOf(own(line, 'area')) !== null)
      return this.#startArea(text, own(line, 'no'))
    if (looksLikeArea(line, text)) return this.#startUnknownArea(line, text)
    if (own(line, 'no') === '' && line.wide === null && this.#sub && line.pageStart) {
      this.#sub.name = fold(`${this.#sub.name} ${text}`)
      return
    }
    this.#dropHeading()
    this.#heading = { line, text, isArea: this.#standsAsArea(line, text) }
  }

  #startUnknownArea(line: TableLine, text: string) {
    if (areaNamed(text) === null) this.#note({ code: 'unknown-area', label: areaLabel(text) }, line.place)
    this.#startArea(text, own(line, 'no'))
  }

  /** Behind an Arabic number an abbreviation is an area only where areas are so numbered, and it is the next. */
  #nextArea(line: TableLine, text: string): AreaCode | null {
    const next = printedNumber(own(line, 'no')) === this.#areas.length + 1
    return this.#areasInArabic && next ? areaNamed(text) : null
  }

  /** `1. SDM` inside that very area is the name of its first sub-component. */
  #isOwnSub = (code: AreaCode, text: string): boolean =>
    code === this.#area?.code && areaOf(text) === null && /^\d/.test(text)

  /** In the column of areas, or looking as the area in hand does where that has no sub-components. */
  #standsAsArea(line: TableLine, text: string): boolean {
    const number = own(line, 'no')
    if (own(line, 'area') === text && number === '') return true
    const rows = this.#area?.subs ?? []
    const whole = rows.length > 0 && rows.every(({ name }) => name === '')
    return whole && !line.pageStart && headingStyle(number, text) === this.#areaStyle
  }

  #dropHeading() {
    if (this.#heading) this.#skip(this.#heading.line, this.#heading.text)
    this.#heading = null
  }

  #startArea(text: string, number: string | null) {
    this.#areaStyle = headingStyle(number ?? '', text)
    this.#areasInArabic = number !== null && printedNumber(number) !== null
    const code = areaNamed(text)
    const label = areaLabel(text)
    this.#dropHeading()
    this.#sub = null
    const known = this.#areas.find(area =>
      code === null ? area.code === null && area.label === label : area.code === code,
    )
    if (known) {
      this.#area = known
      return
    }
    const printed = /^[IVX]{1,5}$/.exec((number ?? '').replace(/[^IVX]/g, ''))?.[0]
    const numeral =
      printed && !this.#areas.some(area => area.numeral === printed) ? printed : this.#freeNumeral()
    this.#area = { code, label, numeral, subs: [] }
    this.#areas.push(this.#area)
  }

  #freeNumeral(): string {
    let number = this.#areas.length + 1
    while (this.#areas.some(({ numeral }) => numeral === roman(number))) number += 1
    return roman(number)
  }

  #startSub(name: string, number: string): DraftSub {
    if (!this.#area) {
      this.#note({ code: 'area-missing' }, null)
      this.#startArea('', null)
    }
    const subs: DraftSub[] = this.#area?.subs ?? []
    const inName = /^(?:\(?(\d{1,2})[.)]|\(?[a-zA-Z][.)])\s+(.+)$/s.exec(name)
    const bare = inName?.[2] ?? name
    const known = subs.find(sub => sub.name.toLowerCase() === bare.toLowerCase())
    if (known) {
      this.#sub = known
      return known
    }
    const printed = printedNumber(number) ?? (inName?.[1] ? Number(inName[1]) : null)
    const free =
      printed !== null && !subs.some(({ no }) => no === printed)
        ? printed
        : Math.max(0, ...subs.map(({ no }) => no)) + 1
    this.#sub = { no: free, name: bare, indicators: [] }
    subs.push(this.#sub)
    return this.#sub
  }

  #row(line: TableLine) {
    if (this.#heading) {
      const { line: above, text, isArea } = this.#heading
      const number = own(above, 'no')
      this.#heading = null
      if (isArea) this.#startUnknownArea(above, text)
      else this.#startSub(text, number === text ? '' : number)
    }
    const areaCell = own(line, 'area')
    if (areaCell !== '') this.#areaCell(areaCell, line)
    const component = own(line, 'component')
    if (component !== '') this.#componentCell(component, line, areaCell !== '')
    const sub = this.#sub ?? this.#startSub('', '')
    this.#afterData = true
    const numbered = `${this.#area?.numeral ?? 'I'}.${sub.no}`
    const indicator = indicatorOf(line, sub.indicators, { numbered, hasIndicators: this.#hasIndicators })
    fillIndicator(indicator, line)
    this.#formulaWithoutValue ??= noteFormulas(indicator, line)
  }

  /** A column headed "Program" may name areas: that is a new area, or the one in hand again, but no sub-component. */
  #componentCell(text: string, line: TableLine, hasArea: boolean) {
    const code = this.#areasAsComponents ? areaNamed(text) : areaOf(text)
    if (code !== null && !hasArea && code !== this.#area?.code) {
      this.#areasAsComponents = true
      return this.#startArea(text, own(line, 'no'))
    }
    const again = code !== null && code === this.#area?.code
    if (again && this.#area?.subs.every(({ name }) => name === '')) return
    if (text.toLowerCase() !== this.#sub?.name.toLowerCase()) this.#startSub(text, own(line, 'no'))
  }

  #areaCell(text: string, line: TableLine) {
    const code = areaNamed(text)
    if (code === null && areaLabel(text) !== this.#area?.label)
      this.#note({ code: 'unknown-area', label: areaLabel(text) }, line.place)
    if (code === null || code !== this.#area?.code) this.#startArea(text, own(line, 'no'))
  }

  #skip(line: TableLine, text: string) {
    this.#skipped ??= { count: 0, text, place: line.place }
    this.#skipped.count += 1
  }

  #note(finding: Finding, place: Place | null) {
    if (
      finding.code === 'area-missing' &&
      this.#findings.some(({ finding: { code } }) => code === 'area-missing')
    )
      return
    this.#findings.push({ finding, place })
  }
}
