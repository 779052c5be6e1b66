/** Keys that stand twice in one object of a valid JSON text; parsing keeps only the last of them in silence. */
export function repeatedKeys(json: string): readonly string[] {
  const repeated = new Set<string>()
  const open: (Set<string> | null)[] = []
  const token = /"(?:[^"\\]|\\.)*"(\s*:)?|[{}[\]]/g
  for (const [found, colon] of json.matchAll(token)) {
    if (found === '{') open.push(new Set())
    else if (found === '[') open.push(null)
    else if (found === '}' || found === ']') open.pop()
    else if (colon !== undefined) {
      const key: unknown = JSON.parse(found.slice(0, -colon.length))
      const keys = open.at(-1)
      if (typeof key === 'string' && keys?.has(key)) repeated.add(key)
      if (typeof key === 'string') keys?.add(key)
    }
  }
  return [...repeated]
}
