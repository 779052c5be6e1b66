/** The server's words, with `{places}` for what only the browser knows. */
export type Words = Readonly<Record<string, string>>

export const fill = (text: string, values: Words = {}): string =>
  text.replace(/\{(\w+)\}/g, (place, name: string) => values[name] ?? place)

/** As the server says a size, so that a file has one on the page and after it. */
export function bytesInWords(bytes: number): string {
  const number = (value: number, digits: number) =>
    new Intl.NumberFormat(document.documentElement.lang || 'id', { maximumFractionDigits: digits }).format(
      value,
    )
  if (bytes < 1e3) return `${bytes} B`
  if (bytes < 1e6) return `${number(bytes / 1e3, 0)} KB`
  return bytes < 1e9 ? `${number(bytes / 1e6, 1)} MB` : `${number(bytes / 1e9, 1)} GB`
}
