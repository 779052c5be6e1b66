import { addCorpus, chance } from './evidence-corpus.ts'
import type { Measurement } from './measurement.ts'
import { benchPage } from './page-against-bare.ts'

/** As many as one page of the list holds. */
const pieces = 200

/** The list of a unit's evidence with a full page. */
export const benchEvidenceListPage = (server: string | undefined): Promise<Measurement[]> =>
  benchPage(server, {
    name: 'evidence list',
    prepare: async ({ server: { database }, example }) => {
      const { db } = database
      const { slug } = example.agency
      const unit = await db.selectFrom('unit').where('slug', '=', slug).select('id').executeTakeFirstOrThrow()
      const users = await db.selectFrom('auth_user').select('id').orderBy('email').limit(5).execute()
      await chance.execute(db)
      await addCorpus(db, { unitId: unit.id, userIds: users.map(({ id }) => id), from: 0, to: pieces })
      return `/u/${slug}/bukti`
    },
    facts: [{ name: 'evidence list: pieces on the page', value: pieces, unit: '' }],
  })
