import { createHash } from 'node:crypto'
import type { Context } from 'hono'
import { z } from 'zod'
import { areaCodes } from '../../../core/access/role.ts'
import { type FindingCode, remedies } from '../../../core/evidence/findings.ts'
import { formatDate, formatDateTime } from '../../../ui/format.ts'
import { translator } from '../../../ui/messages.ts'
import { get, post, type Request, type Route, unitOf } from '../../context.ts'
import { evidencePath, viewerOf, zoneOf } from '../evidence-request.ts'
import type { FindingNames } from './describe-finding.ts'
import { explainFinding } from './explain-finding.ts'
import { FindingsPage } from './findings-page.view.tsx'
import { findingMessages } from './messages.ts'
import { type UnitFindings, unitFindings } from './unit-findings.ts'

const path = '/u/:unit/bukti/temuan/:year'
const codes = Object.keys(remedies) as FindingCode[]
const Form = z.object({
  key: z.string().max(100_000).catch(''),
  explanation: z.string().catch(''),
})

/** An address for a finding, of which the key is too long to be one. */
const markOf = (key: string): string => createHash('sha256').update(key).digest('hex').slice(0, 16)

/** Null for what can be no plan's year. */
const yearIn = (c: Context): number | null => {
  const year = c.req.param('year') ?? ''
  return /^20\d\d$/.test(year) ? Number(year) : null
}

/** What the honesty checks find, and the unit's word on it. */
export const findingRoutes: Route[] = [
  get(path, 'evidence.read', (c, request) => show(c, request, {})),
  post(path, 'evidence.edit', async (c, request) => {
    const { key, explanation } = Form.parse(await c.req.parseBody({ all: true }))
    const year = yearIn(c)
    if (year === null) return request.notFound()
    const explained = await explainFinding(request, {
      unit: unitOf(request),
      year,
      viewer: viewerOf(request),
      key,
      text: explanation,
    })
    const t = translator(findingMessages, request.locale)
    if (explained.ok) return request.go(`${evidencePath(request)}/temuan/${year}`, t('explained'))
    const { problem } = explained
    return problem.kind === 'changed'
      ? show(c, request, { error: { text: t('problem.changed') }, status: 409 })
      : show(c, request, {
          mark: markOf(key),
          typed: explanation,
          error: { field: 'explanation', text: t('problem.too-short', { n: problem.least }) },
          status: 422,
        })
  }),
]

type Tried = {
  readonly mark?: string
  readonly typed?: string
  readonly error?: { readonly field?: string; readonly text: string }
  readonly status?: 409 | 422
}

async function show(c: Context, request: Request, tried: Tried) {
  const year = yearIn(c)
  if (year === null) return request.notFound()
  const all = await unitFindings(request.db, unitOf(request), year, viewerOf(request), request.today)
  const code = codes.find(one => one === c.req.query('temuan')) ?? null
  const area = areaCodes.find(one => one === c.req.query('area')) ?? null
  const mark = tried.mark ?? c.req.query('jelaskan')
  const mayExplain = request.may('evidence.edit')
  const here = `${evidencePath(request)}/temuan/${year}`
  const asked = Number(c.req.query('hal') ?? '1')
  const page = Number.isInteger(asked) && asked > 0 && asked < 10_000 ? asked : 1
  const addressOf = (sort: FindingCode | null, number: number, more: Record<string, string> = {}) =>
    `${here}?${new URLSearchParams({
      ...(sort ? { temuan: sort } : {}),
      ...(area ? { area } : {}),
      ...(number > 1 ? { hal: String(number) } : {}),
      ...more,
    })}`
  const t = translator(findingMessages, request.locale)
  return request.page({
    title: t('page'),
    current: 'evidence',
    ...(tried.status ? { status: tried.status } : {}),
    body: (
      <FindingsPage
        locale={request.locale}
        zone={zoneOf(request)}
        base={evidencePath(request)}
        here={here}
        year={year}
        filter={{ code, area }}
        all={all.settled}
        shown={all.settled.filter(
          ({ finding }) =>
            (code === null || finding.code === code) &&
            (area === null || all.areasOf(finding).includes(area)),
        )}
        names={namesOf(request, all)}
        explained={
          mayExplain && mark !== undefined
            ? (all.settled.find(({ finding }) => markOf(finding.key) === mark) ?? null)
            : null
        }
        explainHref={finding =>
          mayExplain ? `${addressOf(code, page, { jelaskan: markOf(finding.key) })}#jelaskan` : null
        }
        page={page}
        hrefOf={addressOf}
        formKey={request.formKey}
        typed={tried.typed}
        errors={tried.error ? [tried.error] : []}
      />
    ),
  })
}

function namesOf(request: Request, all: UnitFindings): FindingNames {
  const { locale } = request
  const t = translator(findingMessages, locale)
  const base = evidencePath(request)
  return {
    piece: id => ({ title: all.pieces.get(id) ?? id, href: `${base}/${id}` }),
    obligation: id => {
      const owed = all.obligations.get(id)
      return {
        title: owed ? `${owed.action} (${formatDate(owed.due, locale)})` : id,
        href: `${base}/kewajiban/${id}`,
      }
    },
    indicator: id =>
      [...all.obligations.values()].find(({ indicatorId }) => indicatorId === id)?.indicator ?? id,
    slot: id => all.slots.get(id) ?? '',
    deadline: id => {
      const [what, when = ''] = id.split(' ')
      return what === 'due'
        ? t('deadline.due', { date: formatDate(when as Parameters<typeof formatDate>[0], locale) })
        : t('deadline.submitted', { at: formatDateTime(new Date(when), zoneOf(request), locale) })
    },
    // Which unit it is stays with those who may read there.
    unit: () => null,
  }
}
