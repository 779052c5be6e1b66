/** Something in an instrument file that is not of the published shape. */
export interface ShapeMistake {
  readonly path: string
  readonly kind:
    | 'missing'
    | 'not-known'
    | 'not-text'
    | 'not-whole'
    | 'not-true-or-false'
    | 'not-a-list'
    | 'not-an-object'
    | 'not-a-decimal'
    | 'not-a-date'
    | 'not-one-of'
  readonly allowed?: readonly string[]
}

/** What stands for a text or a decimal that could not be read; none that can is empty. */
export const unread = ''

/** Reads one value at a path; a mistake is noted, and what comes back only stands for something that was not read. */
export type Read<T> = (value: unknown, path: string, mistakes: ShapeMistake[]) => T

export const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

export const text: Read<string> = (value, path, mistakes) => {
  if (typeof value === 'string' && value.trim() !== '') return value
  mistakes.push({ path, kind: 'not-text' })
  return unread
}

/** A decimal without sign, exponent or needless zeros in front, with at most twelve decimals. */
export const decimal: Read<string> = (value, path, mistakes) => {
  if (typeof value === 'string' && /^(?:0|[1-9]\d{0,11})(?:\.\d{1,12})?$/.test(value)) return value
  mistakes.push({ path, kind: 'not-a-decimal' })
  return unread
}

export const date: Read<string> = (value, path, mistakes) => {
  if (typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value)) return value
  mistakes.push({ path, kind: 'not-a-date' })
  return unread
}

export const whole: Read<number> = (value, path, mistakes) => {
  if (typeof value === 'number' && Number.isSafeInteger(value) && value >= 0) return value
  mistakes.push({ path, kind: 'not-whole' })
  return 0
}

export const flag: Read<boolean> = (value, path, mistakes) => {
  if (typeof value === 'boolean') return value
  mistakes.push({ path, kind: 'not-true-or-false' })
  return false
}

export const oneOf =
  <const T extends string>(first: T, ...others: T[]): Read<T> =>
  (value, path, mistakes) => {
    const allowed = [first, ...others]
    const found = allowed.find(known => known === value)
    if (found === undefined) mistakes.push({ path, kind: 'not-one-of', allowed })
    return found ?? first
  }

export const orNull =
  <T>(read: Read<T>): Read<T | null> =>
  (value, path, mistakes) =>
    value === null ? null : read(value, path, mistakes)

export const list =
  <T>(read: Read<T>): Read<readonly T[]> =>
  (value, path, mistakes) => {
    if (Array.isArray(value))
      return value.map((item: unknown, index) => read(item, `${path}[${nameOf(item, index)}]`, mistakes))
    mistakes.push({ path, kind: 'not-a-list' })
    return []
  }

/** An item of a list is named by its code where it has one, else by its place. */
const nameOf = (item: unknown, index: number): string =>
  isObject(item) && typeof item.code === 'string' ? item.code : String(index)

export const table =
  <T>(read: Read<T>): Read<Readonly<Record<string, T>>> =>
  (value, path, mistakes) => {
    if (!isObject(value)) {
      mistakes.push({ path, kind: 'not-an-object' })
      return {}
    }
    return Object.fromEntries(
      Object.entries(value).map(([key, item]) => [key, read(item, `${path}.${key}`, mistakes)]),
    )
  }

export interface Fields {
  /** A field that must be there. */
  readonly need: <T>(name: string, read: Read<T>) => T
  /** A field that may be left out. */
  readonly may: <T>(name: string, read: Read<T>) => T | undefined
}

/** Reads an object of the named fields; a field that nobody named is a mistake, so that a typing error shows. */
export const object =
  <T>(names: readonly string[], build: (fields: Fields) => T): Read<T> =>
  (value, path, mistakes) => {
    const given = isObject(value) ? value : {}
    if (!isObject(value)) mistakes.push({ path, kind: 'not-an-object' })
    const below = (name: string) => (path === '' ? name : `${path}.${name}`)
    for (const name of Object.keys(given))
      if (!names.includes(name)) mistakes.push({ path: below(name), kind: 'not-known' })
    return build({
      need: (name, read) => {
        const isThere = given[name] !== undefined
        if (isObject(value) && !isThere) mistakes.push({ path: below(name), kind: 'missing' })
        return read(given[name], below(name), isThere ? mistakes : [])
      },
      may: (name, read) => (given[name] === undefined ? undefined : read(given[name], below(name), mistakes)),
    })
  }
