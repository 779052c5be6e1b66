import { may } from '../core/access/may.ts'
import type { Permission } from '../core/access/permissions.ts'
import { civilDate } from '../core/shared/local-date.ts'
import { get, type Request, type Route, type Unit, unitOf } from '../features/context.ts'
import { loadOverview, UnitOverview } from '../features/monitoring/index.ts'
import { organisationStanding, SetupView } from '../features/organisation/index.ts'
import { EmptyState } from '../ui/display/empty-state.tsx'
import { PageHead } from '../ui/display/page-head.tsx'
import { defineMessages, translator } from '../ui/messages.ts'
import { findUnit } from './find-unit.ts'
import { homeUnitId } from './home-unit.ts'

const words = defineMessages({
  home: { id: 'Beranda', en: 'Home' },
  nowhere: { id: 'Belum ada rencana yang dapat Anda lihat', en: 'There is no plan that you may see' },
  'nowhere.text': {
    id: 'Peran Anda tidak mencakup rencana aksi, atau Anda belum punya peran. Pakai menu untuk pekerjaan Anda, atau minta peran kepada admin instansi.',
    en: 'Your role does not include the action plan, or you have none yet. Use the menu for your work, or ask the agency’s administrator for a role.',
  },
})

/** The first page after signing in, and a unit's own address: how the unit stands today. */
export const homeRoutes: Route[] = [
  get('/', 'self', async (_c, request) => {
    const t = translator(words, request.locale)
    const id = homeUnitId(request.actor, null, request.today)
    const unit = id === null ? null : await findUnit(request.db, { id })
    // The address names no unit, so the shell could not check the right to see this one.
    const place = unit && { unitPath: unit.path }
    const today = unit ? civilDate(request.now, unit.zone) : request.today
    const allowed = (permission: Permission) => may(request.actor, permission, place, today)
    if (unit && !allowed('obligation.read') && allowed('people.manage')) {
      const standing = await organisationStanding(request.db, unit.id, today)
      return request.page({
        title: t('home'),
        current: 'home',
        body: <SetupView locale={request.locale} unit={unit} standing={standing} />,
      })
    }
    if (!unit || !allowed('obligation.read')) {
      return request.page({
        title: t('home'),
        current: 'home',
        body: (
          <>
            <PageHead title={t('home')} note={request.actor?.name} />
            <EmptyState title={t('nowhere')} text={t('nowhere.text')} />
          </>
        ),
      })
    }
    return showOverview({ ...request, today }, unit, '/')
  }),
  // For whoever looks after several units, or cuts an address short.
  get('/u/:unit', 'obligation.read', (_c, request) =>
    showOverview(request, unitOf(request), `/u/${unitOf(request).slug}`),
  ),
]

async function showOverview(request: Request, unit: Unit, here: string) {
  const overview = await loadOverview(request.db, unit, request.actor, request.today)
  return request.page({
    title: translator(words, request.locale)('home'),
    current: 'home',
    body: (
      <UnitOverview
        locale={request.locale}
        unit={unit}
        overview={overview}
        newKey={request.newId}
        here={here}
      />
    ),
  })
}
