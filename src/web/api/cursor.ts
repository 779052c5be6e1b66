import { isId } from '../../core/shared/id.ts'
import { type LocalDate, parseLocalDate } from '../../core/shared/local-date.ts'

/** Where a page of obligations ended. */
export type Cursor = { readonly due: LocalDate; readonly id: string }

export const writeCursor = ({ due, id }: Cursor): string => Buffer.from(`${due} ${id}`).toString('base64url')

/** Null for any text that no page gave. */
export function readCursor(text: string): Cursor | null {
  const [date = '', id = '', ...more] = Buffer.from(text, 'base64url').toString().split(' ')
  const due = parseLocalDate(date)
  return due === null || !isId(id) || more.length > 0 ? null : { due, id }
}
