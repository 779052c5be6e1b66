import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Hono } from 'hono'
import { type Actor, may } from '../../core/access/may.ts'
import type { Db } from '../../db/database.ts'
import type { Request } from '../context.ts'
import { depsOf, type Seed, seedProgramme, today } from '../monitoring/seed.test-data.tsx'
import type { AddServices } from './add-routes.tsx'
import { everyFileKind } from './file-kinds.ts'
import { evidenceRoutes } from './routes.tsx'
import { folderStore } from './store/folder-store.ts'

export { depsOf, type Seed, seedProgramme, today }

/** A store in a folder of its own. */
export function scratchServices(): AddServices & { folder: string; remove: () => void } {
  const folder = mkdtempSync(join(tmpdir(), 'zona-objects-'))
  return {
    folder,
    remove: () => rmSync(folder, { recursive: true, force: true }),
    store: folderStore(folder),
    largest: 1_000_000,
    kinds: everyFileKind,
    scan: null,
    checkLink: async () => ({ title: 'Judul situs' }),
  }
}

export async function* bytesOf(...parts: (string | Uint8Array)[]): AsyncGenerator<Uint8Array> {
  for (const part of parts) yield typeof part === 'string' ? Buffer.from(part) : part
}

/** The feature's routes as the shell calls them; a page is its body. */
export function appFor(seed: Seed, actor: Actor | null, services: AddServices): Hono {
  const app = new Hono()
  for (const route of evidenceRoutes(services)) {
    app.on(route.method, route.path, async c => {
      const unit = c.req.param('unit') === seed.unit.slug ? seed.unit : null
      const allowed = (permission: typeof route.permission) =>
        may(actor, permission, unit && { unitPath: unit.path }, today)
      if (!allowed(route.permission)) return c.text('forbidden', 403)
      const form = route.method === 'POST' && !route.streams ? await c.req.parseBody({ all: true }) : {}
      const request: Request = {
        ...depsOf(seed.db, actor, typeof form._key === 'string' ? form._key : undefined),
        locale: 'id',
        unit,
        may: allowed,
        page: page => c.html(<main>{page.body}</main>, page.status ?? 200),
        go: (path, notice) => c.redirect(`${path}?notice=${encodeURIComponent(notice ?? '')}`, 303),
        notFound: () => c.text('not found', 404),
        formKey: randomUUID(),
        origin: 'https://zona.contoh.go.id',
      }
      return route.handler(c, request)
    })
  }
  return app
}

/** A form as a browser sends it, the hidden key first. */
export function uploadForm(
  fields: Readonly<Record<string, string>>,
  ...files: { name: string; content: string | Uint8Array<ArrayBuffer> }[]
): FormData {
  const form = new FormData()
  form.set('_key', randomUUID())
  for (const [name, value] of Object.entries(fields)) form.set(name, value)
  for (const { name, content } of files) form.append('files', new File([content], name))
  return form
}

export const countOf = async (db: Db, table: 'evidence' | 'file_object' | 'upload' | 'evidence_version') =>
  (
    await db
      .selectFrom(table)
      .select(({ fn }) => fn.countAll<number>().as('n'))
      .executeTakeFirstOrThrow()
  ).n
