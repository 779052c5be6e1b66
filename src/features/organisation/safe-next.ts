/** Where to go after signing in: a path of this server, never another's address. */
export function safeNext(next: string | undefined): string {
  if (!next || !/^\/[^/\\]/.test(next)) return '/'
  // A browser drops tabs and line breaks from an address, so `/\t/evil` would become `//evil`.
  for (const letter of next) if (letter <= ' ' || letter === '\\') return '/'
  return next.startsWith('/masuk') ? '/' : next
}
