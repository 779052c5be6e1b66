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
