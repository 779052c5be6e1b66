import type { Tx } from '../../db/database.ts'

/** A unit's name as a part of an address, with a number behind it where that is taken. */
export async function freeSlug(tx: Tx, name: string): Promise<string> {
  const letters = name
    .toLowerCase()
    .normalize('NFKD')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
  const base = letters.slice(0, 50).replace(/-+$/, '') || 'unit'
  const taken = new Set(
    (await tx.selectFrom('unit').select('slug').where('slug', 'like', `${base}%`).execute()).map(
      row => row.slug,
    ),
  )
  for (let n = 1; ; n++) {
    const slug = n === 1 ? base : `${base}-${n}`
    if (!taken.has(slug)) return slug
  }
}
