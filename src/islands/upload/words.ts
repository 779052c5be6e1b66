/** The server's words, with `{places}` for what only the browser knows. */
export type Words = Readonly<Record<string, string>>

export const fill = (text: string, values: Words = {}): string =>
  text.replace(/\{(\w+)\}/g, (place, name: string) => values[name] ?? place)

export function bytesInWords(bytes: number): string {
  const [unit, size] =
    bytes < 1e6 ? ['kB', bytes / 1e3] : bytes < 1e9 ? ['MB', bytes / 1e6] : ['GB', bytes / 1e9]
  const digits = size < 10 ? 1 : 0
  const number = new Intl.NumberFormat(document.documentElement.lang || 'id', {
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  })
  return `${number.format(size)} ${unit}`
}
