/** The languages of the screens; Indonesian is the first and the fallback. */
export const locales = ['id', 'en'] as const
export type Locale = (typeof locales)[number]

type Text = string | ((values: never) => string)
type Entry<T extends Text> = { readonly id: T; readonly en: T }
type Catalogue = Readonly<Record<string, Entry<string> | Entry<(values: never) => string>>>

/**
 * A feature's words, each in every language. A missing language does not compile.
 *
 * @example defineMessages({ due: { id: (d: { n: number }) => `${d.n} hari lagi`, en: (d: { n: number }) => `in ${d.n} days` } })
 */
export const defineMessages = <const C extends Catalogue>(catalogue: C): C => catalogue

export type Translator<C extends Catalogue> = <K extends keyof C>(
  key: K,
  ...values: C[K]['id'] extends (values: infer V) => string ? [V] : []
) => string

/** Binds a catalogue to a language. */
export function translator<C extends Catalogue>(catalogue: C, locale: Locale): Translator<C> {
  return (key, ...values) => {
    const text = (catalogue[key] as Entry<Text>)[locale]
    return typeof text === 'string' ? text : text(values[0] as never)
  }
}
