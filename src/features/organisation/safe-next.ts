/** Where to go after signing in, or back to after a form: a path of this server, never another's address. */
export function safeNext(next: string | undefined, otherwise = '/'): string {
  if (!next || !/^\/[^/\\]/.test(next)) return otherwise
  // A browser drops tabs and line breaks from an address, so `/\t/evil` would become `//evil`.
  for (const letter of next) if (letter <= ' ' || letter === '\\') return otherwise
  return next.startsWith('/masuk') ? otherwise : next
}
