import type { OpenDatabase } from '../../../db/open-database.ts'
import { appFor, countOf, type Seed, uploadForm } from '../seed.test-data.tsx'
import type { ObjectStore } from '../store/object-store.ts'
import type { AddServices } from './add-routes.tsx'

export type Who = keyof Seed['people']
type Open = () => { readonly database: OpenDatabase; readonly seed: Seed; readonly services: AddServices }

/** People who bring evidence through the pages, and what is stored of it. */
export function bringing(opened: Open) {
  const at = (path: string) => `/u/${opened().seed.unit.slug}/bukti${path}`
  const app = (who: Who, over: Partial<AddServices> = {}) => {
    const { seed, services } = opened()
    return appFor(seed, seed.people[who], { ...services, ...over })
  }
  const post = async (
    who: Who,
    path: string,
    body: FormData | URLSearchParams,
    over?: Partial<AddServices>,
  ) => {
    const answer = await app(who, over).request(at(path), { method: 'POST', body })
    return { status: answer.status, html: await answer.text() }
  }
  const counts = async () => [
    await countOf(opened().database.db, 'evidence'),
    await countOf(opened().database.db, 'evidence_version'),
    await countOf(opened().database.db, 'file_object'),
    await countOf(opened().database.db, 'upload'),
  ]
  const piecesCalled = (title: string) =>
    opened()
      .database.db.selectFrom('evidence as e')
      .innerJoin('evidence_version as v', 'v.evidence_id', 'e.id')
      .select(['e.id', 'e.state', 'v.sha256'])
      .where('e.title', '=', title)
      .execute()
  async function bring(who: Who, title: string, content: string, store?: ObjectStore) {
    const form = uploadForm({ title, kind: 'minutes' }, { name: 'notula.txt', content })
    const sent = await post(who, '/baru', form, store ? { store } : {})
    if (sent.status !== 303) throw new Error(sent.html)
    const [piece] = await piecesCalled(title)
    if (!piece) throw new Error('it was not stored')
    return piece
  }
  const base64 = (text: string) => Buffer.from(text).toString('base64')
  /** Sends in parts, as the upload field does. */
  const parts = (store: ObjectStore, largest = opened().services.largest) => {
    const ask = (method: string, path: string, headers: Record<string, string>, body?: BodyInit) =>
      app('staff', { store, largest }).request(path, {
        method,
        headers: { 'tus-resumable': '1.0.0', ...headers },
        ...(body === undefined ? {} : { body, duplex: 'half' as const }),
      })
    return {
      start: async (name: string, size: number) => {
        const started = await ask('POST', at('/unggahan'), {
          'upload-length': String(size),
          'upload-metadata': `filename ${base64(name)}`,
        })
        return { status: started.status, path: started.headers.get('location') ?? '' }
      },
      look: (path: string) => ask('HEAD', path, {}),
      patch: (path: string, from: number, body: BodyInit) =>
        ask(
          'PATCH',
          path,
          { 'content-type': 'application/offset+octet-stream', 'upload-offset': String(from) },
          body,
        ),
    }
  }

  return { at, app, post, counts, piecesCalled, bring, parts }
}
