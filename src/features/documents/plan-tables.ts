import { areaCodes } from '../../core/access/role.ts'
import { areaName } from '../../ui/area-names.ts'
import { type Locale, translator } from '../../ui/messages.ts'
import type { Cell, Column, Row, Table } from './document.ts'
import { documentMessages, workPlanMessages } from './messages.ts'
import { formatNumber } from './numbers.ts'
import type { PlanArea, PlanForDocument, PlanIndicator } from './plan-input.ts'

const roman = ['I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX', 'X', 'XI', 'XII']

const cell = (text: string, more: Partial<Cell> = {}): Cell => ({ runs: [{ text }], ...more })
/** A plan's own label is mostly in capitals, which are for its headings. */
function nameOf({ code, label }: PlanArea, locale: Locale): string {
  const known = areaCodes.find(area => area === code)
  return known === undefined ? label : areaName(known, locale)
}
const items = (texts: readonly string[]): Cell => ({ runs: texts.map(text => ({ text })), itemised: true })

/** Lampiran I: the plan as the table every agency knows, an area a group, a component over its indicators. */
export function planTable(plan: PlanForDocument, locale: Locale): Table {
  const t = translator(workPlanMessages, locale)
  const number = translator(documentMessages, locale)('number')
  const owned = plan.areas.some(area => indicatorsOf(area).some(({ owner }) => owner !== null))
  const columns: Column[] = [
    { width: 1, align: 'center' },
    { width: 3.4 },
    { width: 4.6 },
    { width: 6 },
    { width: 5 },
    { width: 2.7 },
    ...(owned ? [{ width: 3 } as const] : []),
  ]
  const headings = [number, t('component'), t('indicator'), t('action'), t('evidence'), t('schedule')]
  if (owned) headings.push(t('owner'))

  const indicatorCells = (indicator: PlanIndicator): Cell[] => [
    cell(indicator.text),
    items(indicator.actions),
    items(indicator.evidence),
    indicator.schedules.length > 0
      ? items(indicator.schedules.map(({ text }) => text))
      : { runs: [{ text: t('noSchedule'), italic: true }] },
    ...(owned ? [cell(indicator.owner ?? '')] : []),
  ]
  const rows = plan.areas.flatMap((area, index): Row[] => [
    {
      role: 'group',
      cells: [
        cell(roman[index] ?? String(index + 1)),
        cell(area.label.toUpperCase(), { columnSpan: columns.length - 1 }),
      ],
    },
    ...area.subComponents.flatMap(({ no, name, indicators }) =>
      indicators.map((indicator, at): Row => {
        const rowSpan = indicators.length
        const lead = at === 0 ? [cell(String(no), { rowSpan }), cell(name, { rowSpan })] : []
        return { cells: [...lead, ...indicatorCells(indicator)] }
      }),
    ),
  ])
  return {
    kind: 'table',
    columns,
    header: [{ cells: headings.map(heading => cell(heading.toUpperCase())) }],
    rows,
    dense: true,
    whenEmpty: t('emptyPlan'),
  }
}

export type PlanCounts = {
  readonly components: number
  readonly indicators: number
  readonly actions: number
  readonly evidence: number
}

const indicatorsOf = (area: PlanArea) => area.subComponents.flatMap(({ indicators }) => indicators)

export function countPlan(areas: readonly PlanArea[]): PlanCounts {
  const indicators = areas.flatMap(indicatorsOf)
  return {
    components: areas.reduce((sum, area) => sum + area.subComponents.length, 0),
    indicators: indicators.length,
    actions: indicators.reduce((sum, { actions }) => sum + actions.length, 0),
    evidence: indicators.reduce((sum, { evidence }) => sum + evidence.length, 0),
  }
}

/** How much the plan holds, an area a row. */
export function planSummary(plan: PlanForDocument, locale: Locale): Table {
  const t = translator(workPlanMessages, locale)
  const numbers = (areas: readonly PlanArea[]) => {
    const { components, indicators, actions, evidence } = countPlan(areas)
    return [components, indicators, actions, evidence].map(value => cell(formatNumber(value, locale)))
  }
  const total = translator(documentMessages, locale)('total')
  return {
    kind: 'table',
    caption: t('summaryCaption'),
    columns: [{ width: 5 }, ...['a', 'b', 'c', 'd'].map(() => ({ width: 2, align: 'right' as const }))],
    header: [
      {
        cells: [t('area'), t('component'), t('indicator'), t('action'), t('evidence')].map(word =>
          cell(word),
        ),
      },
    ],
    rows: [
      ...plan.areas.map((area): Row => ({ cells: [cell(nameOf(area, locale)), ...numbers([area])] })),
      { role: 'total', cells: [cell(total), ...numbers(plan.areas)] },
    ],
  }
}
