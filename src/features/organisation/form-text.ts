/** A form's fields, as Hono reads them. */
export type FormValues = Readonly<Record<string, unknown>>

/** A text field without the white space around it; empty where the form has none. */
export function formText(form: FormValues, name: string): string {
  const value = form[name]
  return typeof value === 'string' ? value.trim() : ''
}

/** A secret, exactly as typed. */
export function formSecret(form: FormValues, name: string): string {
  const value = form[name]
  return typeof value === 'string' ? value : ''
}

/** True for the text form of an id, which the database would otherwise refuse with an error. */
export const isId = (id: string): boolean => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id)
