type Named = { readonly name: string; readonly region: string | null }

/**
 * The line above the unit's name in a letterhead: the agency that it belongs to, or, for an agency of a
 * regional government, that government ("Pemerintah Kabupaten …"). Null where nothing is above it.
 */
export function agencyLine(unit: { readonly name: string }, root: Named): string | null {
  if (root.name !== unit.name) return root.name
  return /^(kabupaten|kota|provinsi)\b/i.test(root.region ?? '') ? `Pemerintah ${root.region}` : null
}
