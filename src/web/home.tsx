import { get, type Route } from '../features/context.ts'
import { loadOverview, UnitOverview } from '../features/monitoring/index.ts'
import { EmptyState } from '../ui/display/empty-state.tsx'
import { defineMessages, translator } from '../ui/messages.ts'
import { findUnit } from './find-unit.ts'
import { homeUnitId } from './home-unit.ts'

const words = defineMessages({
  home: { id: 'Beranda', en: 'Home' },
  nowhere: { id: 'Akun Anda belum punya peran', en: 'Your account has no role yet' },
  'nowhere.text': {
    id: 'Minta admin instansi memberi Anda peran pada unit kerja. Setelah itu rencana dan tugas Anda tampil di sini.',
    en: 'Ask the agency’s administrator for a role in a unit. Your plan and duties then show here.',
  },
})

/** The first page after signing in: how the person's unit stands today. */
export const homeRoutes: Route[] = [
  get('/', 'self', async (_c, request) => {
    const t = translator(words, request.locale)
    const id = homeUnitId(request.actor, null)
    const unit = id === null ? null : await findUnit(request.db, { id })
    if (!unit) {
      return request.page({
        title: t('home'),
        current: 'home',
        body: (
          <>
            <h1>{t('home')}</h1>
            <EmptyState title={t('nowhere')} text={t('nowhere.text')} />
          </>
        ),
      })
    }
    const overview = await loadOverview(request.db, unit, request.actor, request.today)
    return request.page({
      title: t('home'),
      current: 'home',
      body: <UnitOverview locale={request.locale} unit={unit} overview={overview} newKey={request.newId} />,
    })
  }),
]
