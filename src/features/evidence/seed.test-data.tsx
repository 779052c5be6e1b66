import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Hono } from 'hono'
import type { Actor } from '../../core/access/may.ts'
import type { Db } from '../../db/database.ts'
import { bareShell } from '../bare-shell.test-data.tsx'
import { depsOf, type Seed, seedProgramme, today } from '../monitoring/seed.test-data.tsx'
import type { AddServices } from './bring/add-routes.tsx'
import { openBehind } from './bring/behind.ts'
import { everyFileKind } from './bring/file-kinds.ts'
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
    behind: openBehind(),
  }
}

export async function* bytesOf(...parts: (string | Uint8Array)[]): AsyncGenerator<Uint8Array> {
  for (const part of parts) yield typeof part === 'string' ? Buffer.from(part) : part
}

export const appFor = (seed: Seed, actor: Actor | null, services: AddServices): Hono =>
  bareShell(evidenceRoutes(services), c => ({
    deps: depsOf(seed.db, actor),
    unit: c.req.param('unit') === seed.unit.slug ? seed.unit : null,
    go: (c, path, notice) => c.redirect(`${path}?notice=${encodeURIComponent(notice ?? '')}`, 303),
  }))

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
