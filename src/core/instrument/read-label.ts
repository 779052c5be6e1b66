import type { Basis, Label } from './instrument.ts'
import { object, oneOf, type Read, text } from './shape.ts'

export const label: Read<Label> = object(['id', 'en'], ({ need, may }) => ({
  id: need('id', text),
  en: may('en', text),
}))

export const basis: Read<Basis> = object(['source', 'item', 'certainty', 'note'], ({ need, may }) => ({
  source: need('source', text),
  item: may('item', text),
  certainty: need('certainty', oneOf('high', 'medium', 'low')),
  note: may('note', label),
}))

/** Which half of the score a pillar or a threshold belongs to. */
export const role = oneOf('enabler', 'result')
