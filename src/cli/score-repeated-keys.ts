/**
 * Keys that stand twice in one object of a valid JSON text; parsing keeps only the last of them in silence. Each with
 * its path, as `R.MP.1.a.agents`; what lies in "answers" without that word.
 */
export function repeatedKeys(json: string): readonly string[] {
  const repeated = new Set<string>()
  const open: { readonly path: string; readonly keys: Set<string> | null }[] = []
  let path = ''
  const token = /"(?:[^"\\]|\\.)*"(\s*:)?|[{}[\]]/g
  for (const [found, colon] of json.matchAll(token)) {
    if (found === '{') open.push({ path, keys: new Set() })
    else if (found === '[') open.push({ path, keys: null })
    else if (found === '}' || found === ']') open.pop()
    else if (colon !== undefined) {
      const key: unknown = JSON.parse(found.slice(0, -colon.length))
      const above = open.at(-1)
      if (typeof key !== 'string' || !above?.keys) continue
      path = above.path === '' || above.path === 'answers' ? key : `${above.path}.${key}`
      if (above.keys.has(key)) repeated.add(path)
      above.keys.add(key)
    }
  }
  return [...repeated]
}
